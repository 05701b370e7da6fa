#!/bin/sh
# Shards of documents as a Slurm job array; each task does every n-th of them:
#
#     sbatch --array=0-63 slurm_array.sh RESULTS SHARD...
#
# Shards and results are on a file system that all nodes see, mubiao too (or MUBIAO=PROGRAM). A shard whose result is
# there is not done again: after a failure say the same once more. More shards than tasks even out the load.
#SBATCH --job-name=mubiao
#SBATCH --cpus-per-task=1
#SBATCH --mem-per-cpu=512M
#SBATCH --time=04:00:00
#SBATCH --requeue
#SBATCH --output=mubiao-%A_%a.log
set -u
task=$((${SLURM_ARRAY_TASK_ID:?sbatch --array=0-63 $0 RESULTS SHARD...} - ${SLURM_ARRAY_TASK_MIN:-0}))
tasks=${SLURM_ARRAY_TASK_COUNT:?}
results=${1:?sbatch --array=0-63 $0 RESULTS SHARD...}
shift
mkdir -p "$results" || exit 5

status=0
number=0
for shard; do
  mine=$((number % tasks))
  number=$((number + 1))
  [ "$mine" -eq "$task" ] || continue
  result=$results/${shard##*/}
  [ ! -e "$result" ] || continue
  # The result appears whole or not at all, also when the task is ended by its time limit.
  "${MUBIAO:-mubiao}" extract --quiet -j 1 --input jsonl --format jsonl --by document --output "$result" "$shard"
  ended=$?
  # 4: some documents could not be read. Their lines say so, and it would be the same the next time.
  if [ "$ended" -ne 0 ] && [ "$ended" -ne 4 ]; then
    echo "$shard: mubiao ended with status $ended" >&2
    status=$ended
  fi
done
exit "$status"
