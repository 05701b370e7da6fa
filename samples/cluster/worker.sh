#!/bin/sh
# worker.sh [OPTION]... [FILE]: what an engine runs on its share of the documents. Lines in, lines out, in order: for
# each document that is read (a JSON object with "id" and "text") one line with its records, whatever it is. It keeps
# no state and knows nothing of the others, so a share may be run again, anywhere, and gives the same bytes.
#
# MUBIAO is the program, if it is not in PATH.

"${MUBIAO:-mubiao}" extract --quiet -j 1 --input jsonl --format jsonl --by document "$@"
status=$?
# 4: some documents could not be read. Their lines say so, and to run the share again would say the same, so it did
# not fail; any other status is for the engine to act upon.
[ "$status" -ne 4 ] || status=0
exit "$status"
