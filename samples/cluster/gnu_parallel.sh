#!/bin/sh
# gnu_parallel.sh < DOCUMENTS.jsonl > RESULTS.jsonl
#     One stream, cut into blocks of whole lines for all cores; the results come out in its order.
# gnu_parallel.sh RESULTS SHARD...
#     Files of documents, each into the file of the same name in the directory RESULTS, whole or not at all. Say the
#     same again after a failure or an interruption, and only what is missing is done (RESULTS/joblog knows).
#
# A job that dies is tried three times. Exit status: 0, or how many jobs failed for good (101 for more than 100);
# results of a stream are then not to be used.
#
#   JOBS=8          jobs at a time on each machine; else one for each of its cores
#   BLOCK=10M       of a stream: what a job gets
#   NODES=8/a,8/b   also or only (: is this machine) these machines, by ssh: see parallel --sshlogin. They have mubiao
#                   in PATH and this file's directory, and for shards SHARD and RESULTS, at the same place
#   MUBIAO=PROGRAM  the program, on every machine
#
# Not with --pipepart in place of --pipe: parallel 20221122 forgets the block of a job that is to be tried again.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
MUBIAO=${MUBIAO:-mubiao}
options="--retries 3 --jobs ${JOBS:-100%} ${NODES:+--sshlogin $NODES}"

if [ $# -eq 0 ]; then
  # shellcheck disable=SC2086  # a list of words
  exec parallel --quote $options --pipe --block "${BLOCK:-10M}" --keep-order \
    env MUBIAO="$MUBIAO" sh "$here/worker.sh"
fi

results=$(mkdir -p "$1" && cd "$1" && pwd)
shift
# shellcheck disable=SC2086
exec parallel --quote $options --joblog "$results/joblog" --resume-failed \
  env MUBIAO="$MUBIAO" sh "$here/worker.sh" --output "$results/{/}" {} ::: "$@"
