#!/bin/sh
# slurm_test.sh MUBIAO PYTHON: the tasks of the job array, with the variables that Slurm sets, do each shard once; what
# is there is not done again. Slurm itself is not here.
. "$(dirname "$0")/../cli/lib.sh"
tests=$(cd "$samples/../tests/cluster" && pwd)
"$2" "$tests/generate.py" 200 7 "$work/docs"

# task MIN COUNT ID SHARD...: one task of sbatch --array=MIN-....
task() {
  last="slurm_array.sh, task $3"
  min=$1 count=$2 id=$3
  shift 3
  status=0
  MUBIAO=${MUBIAO:-$mubiao} SLURM_ARRAY_TASK_MIN=$min SLURM_ARRAY_TASK_COUNT=$count SLURM_ARRAY_TASK_ID=$id \
    sh "$samples/cluster/slurm_array.sh" results "$@" > run/out 2> run/err || status=$?
  echo "$status" > run/status
}

task 5 3 5 docs/*
exits 0
only_files results part-00000.jsonl part-00003.jsonl part-00006.jsonl
task 5 3 7 docs/*
task 5 3 6 docs/*
exits 0
that [ "$(ls results | wc -l)" -eq 7 ]
cat docs/* > all.jsonl
run extract -q --input jsonl -f jsonl --by document all.jsonl
mv run/out one-machine.jsonl
that "$2" "$tests/same_results.py" 200 one-machine.jsonl results/* --in-order

# One that is lost is the only one to be done again; what fails is told, and the others are done.
cat > fails.sh << FAILS
#!/bin/sh
for last; do :; done
echo "\$last" >> begun
case \$last in *4.jsonl) exit 3 ;; esac
exec "$mubiao" "\$@"
FAILS
chmod +x fails.sh
rm results/part-00004.jsonl results/part-00005.jsonl
MUBIAO=$work/fails.sh task 0 1 0 docs/*
exits 3
says "docs/part-00004.jsonl: mubiao ended with status 3"
that [ "$(tr '\n' ' ' < begun)" = "docs/part-00004.jsonl docs/part-00005.jsonl " ]
that [ -s results/part-00005.jsonl ]
that [ ! -e results/part-00004.jsonl ]

# Out of Slurm it says how it is used.
sh "$samples/cluster/slurm_array.sh" results docs/* > run/out 2> run/err || echo $? > run/status
says "sbatch --array"

done_with_checks
