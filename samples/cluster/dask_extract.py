#!/usr/bin/python3
"""Extracts the targets of documents on a Dask cluster.

Each shard, a file with a JSON object a line that has an id and a text, becomes a file of the same name in the
directory of results: a line of records for each document, in order. Shards, results and mubiao are at the same place
on every machine, as on a shared file system.

A shard whose result is there and not older is not done again, so the same command goes on after whatever stopped it.
When a worker dies, its shards go to the others.

Examples:
  dask_extract.py -o results documents/                                  as many workers as this machine has cores
  dask_extract.py -o results --scheduler tcp://head:8786 documents/*.jsonl
  dask_extract.py -o results documents/ -- --kinds all --unit power=GW   options of mubiao extract

Exit status: 0, 1 if a shard could not be done (each is a message), 2 wrong arguments, 4 if all are done and some
documents could not be read (their lines say why).
"""

import argparse
import os
import pathlib
import signal
import subprocess
import sys

import dask.bag
from dask.distributed import Client, as_completed


class ShardFailed(Exception):
    pass


def count_lines(path):
    """Those that are not blank, which are no documents."""
    with open(path, "rb") as file:
        return sum(1 for line in file if not line.isspace())


def is_done(shard, result):
    try:
        return os.stat(result).st_mtime_ns >= os.stat(shard).st_mtime_ns
    except FileNotFoundError:
        return False


def ended(status):
    return f"signal {signal.Signals(-status).name}" if status < 0 else f"status {status}"


def extract(shard, results, mubiao, options):
    """Runs on a worker: (shard, documents or None if it was done before, whether all could be read)."""
    result = os.path.join(results, os.path.basename(shard))
    if is_done(shard, result):
        return shard, None, True
    # The shard is named and not fed through a pipe: of a worker that dies mubiao would see the end of the pipe, and
    # put what it had by then in the place of the whole result. And it writes the result itself, since it does so
    # under another name that it changes at the end.
    command = [mubiao, "extract", "--quiet", "-j", "1", "--input", "jsonl", "--format", "jsonl", "--by", "document"]
    command += ["--output", result, *options, shard]
    run = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    if run.returncode not in (0, 4):
        said = run.stderr.decode("utf-8", "replace").strip()[-2000:]
        raise ShardFailed(f"mubiao ended with {ended(run.returncode)}" + (f": {said}" if said else ""))
    documents, lines = count_lines(shard), count_lines(result)
    if lines != documents:
        os.unlink(result)
        raise ShardFailed(f"{documents} documents, but {lines} results")
    return shard, documents, run.returncode == 0


def shards_of(paths):
    """Files as they are named, and *.jsonl of directories."""
    shards = []
    for path in map(pathlib.Path, paths):
        shards += sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    return [os.path.abspath(shard) for shard in shards]


def problems(shards, results):
    """What is wrong with the arguments: seen before anything is done."""
    if not shards:
        yield "there are no shards"
    seen = {}
    for shard in shards:
        if not os.path.isfile(shard):
            yield f"{shard}: no such file"
        other = seen.setdefault(os.path.basename(shard), shard)
        if other is not shard:
            yield f"{other} and {shard} would both be written to {os.path.basename(shard)}"
        if os.path.dirname(os.path.realpath(shard)) == os.path.realpath(results):
            yield f"{shard} would be overwritten"


def connect(arguments):
    if arguments.scheduler:
        return Client(arguments.scheduler)
    if arguments.scheduler_file:
        return Client(scheduler_file=arguments.scheduler_file)
    # On this machine alone; the addresses of dashboards, too, else they listen to all the world.
    return Client(n_workers=arguments.workers, threads_per_worker=1, host="127.0.0.1",
                  dashboard_address="127.0.0.1:0", worker_dashboard_address="127.0.0.1:0")


def run(client, shards, arguments, options):
    """Exit status. Each shard is a partition of a bag, and told of when it is done, in whatever order that is."""
    bag = dask.bag.from_sequence(shards, partition_size=1)
    outcomes = bag.map(extract, arguments.output, arguments.mubiao, options).to_delayed()
    futures = client.compute(outcomes, retries=arguments.retries)
    shard_of = dict(zip((future.key for future in futures), shards))
    documents = done = failed = unread = 0
    for future in as_completed(futures):
        if future.status != "finished":
            failed += 1
            print(f"{shard_of[future.key]}: {future.exception()}", file=sys.stderr, flush=True)
            continue
        [(_, count, all_read)] = future.result()
        documents += count or 0
        done += count is not None
        unread += not all_read
    there = len(shards) - done - failed
    print(f"{len(shards)} shards: {done} done ({documents} documents, {unread} shards with some that could not be "
          f"read), {there} were there, {failed} failed", file=sys.stderr)
    return 1 if failed else 4 if unread else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shards", nargs="+", metavar="SHARD", help="files, or directories of *.jsonl")
    parser.add_argument("-o", "--output", required=True, metavar="DIR", help="directory of results")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--scheduler", metavar="ADDRESS", help="of a cluster that runs")
    where.add_argument("--scheduler-file", metavar="FILE", help="the same, as dask-scheduler writes it")
    where.add_argument("--workers", type=int, default=os.cpu_count(), metavar="N", help="on this machine only")
    parser.add_argument("--mubiao", default="mubiao", metavar="PROGRAM", help="on every machine; else in PATH")
    parser.add_argument("--retries", type=int, default=2, metavar="N", help="of a shard that failed (2)")
    words = sys.argv[1:]
    end = words.index("--") if "--" in words else len(words)
    arguments, options = parser.parse_args(words[:end]), words[end + 1 :]
    arguments.output = os.path.abspath(arguments.output)
    shards = shards_of(arguments.shards)
    for problem in problems(shards, arguments.output):
        parser.error(problem)
    os.makedirs(arguments.output, exist_ok=True)
    with connect(arguments) as client:
        return run(client, shards, arguments, options)


if __name__ == "__main__":
    sys.exit(main())
