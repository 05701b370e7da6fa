#!/bin/sh
# parallel_test.sh MUBIAO PYTHON: GNU parallel gives what one process gives, byte for byte, though one of its jobs is
# killed in the middle; shards that failed are done at the next try, and only those; other machines get the same lines.
command -v parallel > /dev/null || { echo "skipped: parallel is not installed"; exit 77; }
. "$(dirname "$0")/../cli/lib.sh"
tests=$(cd "$samples/../tests/cluster" && pwd)
python=$2
documents=${CLUSTER_DOCUMENTS:-50000}
gnu_parallel=$samples/cluster/gnu_parallel.sh
export TMPDIR="$work" PARALLEL_HOME="$work" HOME="$work" MUBIAO="$mubiao" JOBS=2

# make NAME DOCUMENTS: shards in the folder NAME, together in NAME.jsonl, and what one process makes of that.
make() {
  "$python" "$tests/generate.py" "$2" 8 "$work/$1"
  cat "$1"/*.jsonl > "$1.jsonl"
  run extract --quiet --input jsonl -f jsonl --by document "$1.jsonl"
  exits 4 # some have no text; to an engine that is a share done
  mv run/out "$1-one-machine.jsonl"
}
make docs "$documents"
make few 2000

# same NAME DOCUMENTS RESULT... [--in-order]: as on one machine.
same() {
  name=$1 count=$2
  shift 2
  that "$python" "$tests/same_results.py" "$count" "$name-one-machine.jsonl" "$@"
}

# go COMMAND...: as run, another program.
go() {
  last="$*"
  status=0
  "$@" > run/out 2> run/err || status=$?
  echo "$status" > run/status
}

# In place of the program: the first of them dies of SIGKILL when it has read and written a part of its share.
cat > dies_once.sh << DIES
#!/bin/sh
mkdir "$work/died" 2> /dev/null || exec "$mubiao" "\$@"
mkfifo "$work/died/share"
"$mubiao" "\$@" < "$work/died/share" > "$work/died/part" &
exec 3> "$work/died/share"
head -n 1000 >&3
for _ in \$(seq 300); do [ -s "$work/died/part" ] && break; sleep 0.1; done
kill -9 \$!
cat "$work/died/part"
kill -9 \$\$
DIES
chmod +x dies_once.sh
MUBIAO=$work/dies_once.sh BLOCK=5M go sh "$gnu_parallel" < docs.jsonl
exits 0
that [ -s died/part ]
that [ "$(wc -l < died/part)" -lt 1000 ]
same docs "$documents" run/out --in-order

# Two machines: ssh is a script that runs the command here, with the SHELL that a login has and a test need not have.
printf '#!/bin/sh\necho "$1" >> "%s/hosts"\nshift 2\nSHELL=/bin/sh exec sh -c "$*"\n' "$work" > ssh.sh
chmod +x ssh.sh
PARALLEL_SSH=$work/ssh.sh NODES=1/one,1/two BLOCK=500k go sh "$gnu_parallel" < few.jsonl
exits 0
same few 2000 run/out --in-order
that [ "$(sort -u hosts | tr '\n' ' ')" = "one two " ]

# Shards, with a name that a shell would take apart; one fails, whatever is tried.
mv few/part-00003.jsonl "few/part 3;x.jsonl"
cat > fails.sh << FAILS
#!/bin/sh
for last; do :; done
echo "\$last" >> "$work/begun"
case \$last in *3*x*) [ -e "$work/mended" ] || exit 3 ;; esac
exec "$mubiao" "\$@"
FAILS
chmod +x fails.sh
MUBIAO=$work/fails.sh go sh "$gnu_parallel" "results of all" few/*.jsonl
exits 1
that [ ! -e "results of all/part 3;x.jsonl" ]
that [ "$(wc -l < begun)" -eq 10 ] # seven once, one three times
touch mended
MUBIAO=$work/fails.sh go sh "$gnu_parallel" "results of all" few/*.jsonl
exits 0
that [ "$(wc -l < begun)" -eq 11 ]
same few 2000 "results of all"/*.jsonl

done_with_checks
