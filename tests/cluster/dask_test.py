"""dask_test.py MUBIAO: a Dask cluster of three workers, one of which is killed in the middle of a shard, has each
document in its results exactly once, the same bytes as from one process. Then what is there is not done again, and
what cannot be done is told and does not hold up the rest.

CLUSTER_DOCUMENTS: how many, else 50000. Status 77 if Dask is not installed.
"""

import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

try:
    import distributed  # noqa: F401  only to know
except ImportError:
    print("skipped: python3-distributed is not installed")
    sys.exit(77)

HERE = pathlib.Path(__file__).resolve().parent
DASK_EXTRACT = HERE.parents[1] / "samples" / "cluster" / "dask_extract.py"
DOCUMENTS = int(os.environ.get("CLUSTER_DOCUMENTS", 50000))
SHARDS = 24
PATIENCE = 280  # seconds for all; two cores that have nothing else to do need a fraction of that


class Cluster:
    """A scheduler and three workers, processes of their own. Whatever happens, they and their children end with it."""

    def __init__(self, folder):
        self.folder = folder
        self.scheduler_file = folder / "scheduler.json"
        self.processes = []

    def start(self, log, command):
        """Each is a group of its own, so that what it begins can be ended with it."""
        with open(self.folder / f"{log}.log", "w") as file:
            self.processes.append(subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=file, stderr=file,
                                                   cwd=self.folder, start_new_session=True))
        return self.processes[-1]

    def __enter__(self):
        # Without an address for the dashboard it listens to all the world, also with --no-dashboard.
        here = ["--scheduler-file", self.scheduler_file, "--host", "127.0.0.1", "--dashboard-address", "127.0.0.1:0"]
        self.start("scheduler", [sys.executable, "-m", "distributed.cli.dask_scheduler", *here, "--port", "0"])
        worker = [sys.executable, "-m", "distributed.cli.dask_worker", *here, "--nthreads", "1"]
        # No nanny: one that is killed stays dead.
        self.workers = [self.start(f"worker-{n}", [*worker, "--no-nanny", "--local-directory", self.folder / f"of-{n}"])
                        for n in range(3)]
        return self

    def __exit__(self, *_):
        for process in self.processes:
            try:
                os.killpg(process.pid, signal.SIGKILL)  # with what a worker had begun
            except ProcessLookupError:
                pass
            process.wait()

    def logs(self):
        return "".join(f"--- {path.name}\n{path.read_text()[-3000:]}" for path in sorted(self.folder.glob("*.log")))


def check(condition, what, *shown):
    if not condition:
        sys.exit("\n".join(["FAILED: " + what, *map(str, shown)]))


def children(pid):
    found = []
    for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
        try:
            found += (task / "children").read_text().split()
        except FileNotFoundError:
            pass  # a thread that ended
    return [int(child) for child in found]


def stop_in_the_middle(worker, results, enough, begun):
    """As soon as there are enough results, kills the worker and what it runs, as when its machine fails. Returns the
    name of the shard that it was at, which is in the file begun."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if len(list(results.glob("*.jsonl"))) >= enough:
            for child in children(worker.pid):
                try:
                    os.kill(child, signal.SIGSTOP)  # so that it is in the middle, and stays there
                    words = pathlib.Path(f"/proc/{child}/cmdline").read_text().split("\0")
                except (ProcessLookupError, FileNotFoundError):
                    continue
                shard = pathlib.Path(words[-2]).name if len(words) > 1 else ""
                if shard.endswith(".jsonl") and not (results / shard).exists() and shard in begun.read_text():
                    os.kill(worker.pid, signal.SIGKILL)
                    os.kill(child, signal.SIGKILL)
                    worker.wait()
                    return shard
                os.kill(child, signal.SIGCONT)
        time.sleep(0.002)
    sys.exit("FAILED: the worker was never in the middle of a shard")


def dask_extract(*arguments):
    return [sys.executable, str(DASK_EXTRACT), *map(str, arguments)]


def script(path, text):
    path.write_text("#!/bin/sh\n" + text)
    path.chmod(0o755)
    return path


def kill_one(cluster, noted, begun, docs, results):
    """The run of which a worker is killed."""
    run = cluster.start("run", dask_extract("--scheduler-file", cluster.scheduler_file, "--mubiao", noted,
                                            "-o", results, docs))
    shard = stop_in_the_middle(cluster.workers[1], results, SHARDS // 4, begun)
    check(len(list(results.glob("*.jsonl"))) < SHARDS, "all was done before the worker was killed")
    run.wait(PATIENCE)
    said = (cluster.folder / "run.log").read_text()
    check(run.returncode == 4, f"dask_extract.py ended with {run.returncode}", said, cluster.logs())
    times = [pathlib.Path(line).name for line in begun.read_text().splitlines()].count(shard)
    check(times == 2, f"{shard} was begun {times} times: not again after the kill", said)
    print(f"killed a worker at {shard}: {said.splitlines()[-1]}")


def again(cluster, noted, begun, shards, results):
    """Nothing is left to do, but for a result that is missing and cannot be done, and one that is outdated. On workers
    that dask_extract.py starts."""
    (results / shards[3].name).unlink()
    os.utime(results / shards[5].name, (0, 0))
    begun.unlink()
    fails = script(cluster.folder / "fails.sh", f'case "$*" in *{shards[3].name}*) echo no luck >&2; exit 3 ;; esac\n'
                                                f'exec "{noted}" "$@"\n')
    run = cluster.start("again", dask_extract("--workers", "2", "--mubiao", fails, "-o", results, *shards))
    run.wait(PATIENCE)
    said = (cluster.folder / "again.log").read_text()
    check(run.returncode == 1, f"ended with {run.returncode} though a shard failed", said)
    check(f"{shards[3]}: mubiao ended with status 3: no luck" in said, "no message for it", said)
    check(begun.read_text().splitlines() == [str(shards[5])], "others were done again", begun.read_text())
    check(not (results / shards[3].name).exists(), "there is a result of a shard that failed")


def main(mubiao, folder):
    docs, results, begun, expected = folder / "docs", folder / "results", folder / "begun", folder / "expected.jsonl"
    subprocess.run([sys.executable, HERE / "generate.py", str(DOCUMENTS), str(SHARDS), docs], check=True)
    shards = sorted(docs.iterdir())
    command = [mubiao, "extract", "--quiet", "--input", "jsonl", "--format", "jsonl", "--by", "document"]
    with open(expected, "wb") as out:
        alone = subprocess.run([*command, *shards], stdout=out, stderr=subprocess.DEVNULL)
    check(alone.returncode == 4, f"one process ended with {alone.returncode}, not with 4 for the odd documents")

    noted = script(folder / "noted.sh", f'for last; do :; done\necho "$last" >> "{begun}"\nexec "{mubiao}" "$@"\n')
    with Cluster(folder) as cluster:
        kill_one(cluster, noted, begun, docs, results)
        found = sorted(results.glob("*.jsonl"))
        check([path.name for path in found] == [path.name for path in shards], "not a result for each shard", found)
        compared = subprocess.run([sys.executable, HERE / "same_results.py", str(DOCUMENTS), expected, *found])
        check(compared.returncode == 0, "not the results of one machine")
        again(cluster, noted, begun, shards, results)


def end(*_):
    sys.exit("FAILED: told to end, or out of time")


if __name__ == "__main__":
    # So that the cluster ends, too, whatever ends the test.
    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGALRM, end)
    signal.alarm(PATIENCE)
    with tempfile.TemporaryDirectory() as temporary:
        os.environ["TMPDIR"] = temporary  # of what is started
        main(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(temporary))
