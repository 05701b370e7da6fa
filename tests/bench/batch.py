"""Batches: how fast mubiao is on much text, how that scales, and what memory it takes. One run measures all and prints
tables of Markdown, as README.md has them; ratios are of one run, so they hold on other machines.

usage: batch.py BUILD [MEGABYTES] [--write]      (cmake --preset bench && cmake --build build/bench)

64 MB, a minute or two; the figures of README.md are of 1000, and --write puts them there and into the README.md beside
this file.

The text is that of the benchmarks: the samples and, where they are, the documents of ../shared, again and again with
other digits. Each figure is of the fastest of several runs, output to /dev/null, files in the page cache.
One thread is timed by the processor, so that it matters little what else runs; two beside one are timed by the clock,
and want the machine for themselves.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PATTERN = r"([0-9]+(\.[0-9]+)?)(百|千|万|亿)*(千瓦时|千瓦|吨标准煤|吨|平方米|公里|个百分点|%|亩|家|个)"
FILES = 20000
LINE = 100  # megabytes of one line
SIZING = 32  # megabytes for the table of sizes
MANY = 100000000  # documents of that table
MB = 1000000


# Started by a small process: the peak of a new process begins with that of the one it was made by, and this one holds
# the text.
LAUNCHER = """
import os, subprocess, sys, time
begin = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
print(time.perf_counter() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, os.waitstatus_to_exitcode(status))
"""


class Run:
    """One run of a command: seconds, seconds of processor, peak memory in MB."""

    def __init__(self, command):
        words = [str(word) for word in command]
        run = subprocess.run([sys.executable, "-c", LAUNCHER, *words], capture_output=True, text=True, check=True)
        wall, processor, peak, status = run.stdout.split()
        if status != "0":
            sys.exit(f"{' '.join(words)}: ended with {status}: {run.stderr[:500]}")
        self.wall = float(wall)
        self.processor = float(processor)
        self.memory = int(peak) * 1024 / MB


def best(commands, rounds):
    """Of each command the fastest run; they take turns, so that what else the machine does hits all alike."""
    runs = [[Run(command) for command in commands] for _ in range(rounds)]
    return [min(column, key=lambda run: run.wall + run.processor) for column in zip(*runs)]


def markdown(header, rows):
    """A table; numbers stand to the right."""
    lines = [header, ["---"] + ["---:"] * (len(header) - 1)]
    lines += [[f"{cell:.2f}" if isinstance(cell, float) else str(cell) for cell in row] for row in rows]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


def fill(path, name, text):
    """Puts the text between the marks of that name."""
    before, rest = path.read_text(encoding="utf-8").split(f"<!-- {name} -->\n")
    path.write_text(f"{before}<!-- {name} -->\n{text}<!-- end of {name} -->\n" +
                    rest.split(f"<!-- end of {name} -->\n")[1], encoding="utf-8")


def where():
    """The commit and the machine."""
    commit = subprocess.run(["git", "-C", ROOT, "describe", "--always", "--dirty=, changed"], capture_output=True,
                            text=True).stdout.strip()
    models = {line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")}
    return f"Commit {commit or 'unknown'}, {os.cpu_count()} cores of {', '.join(models)}."


def make_text(build, path, size):
    with open(path, "wb") as out:
        subprocess.run([build / "tests/bench/mubiao_bench_text", str(size)], stdout=out, check=True)
    return path


def pieces(path, count):
    """The text cut at line ends into parts of nearly the same size, none of them blank."""
    size = path.stat().st_size / count
    with open(path, "rb") as text:
        done = 0
        for number in range(1, count + 1):
            part = text.read(max(0, int(number * size) - done)) + text.readline()
            while part and not part.strip() and (line := text.readline()):
                part += line
            if not part.strip():
                return  # of a small text there is no more
            done += len(part)
            yield part


def make_files(text, folder):
    for number, part in enumerate(pieces(text, FILES)):
        path = folder / f"{number // 200:03}/{number:05}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(part)
    return folder


def make_lines(text, path, count):
    with open(path, "w", encoding="utf-8") as out:
        for number, part in enumerate(pieces(text, count)):
            out.write(json.dumps({"id": f"doc-{number:06}", "text": part.decode()}, ensure_ascii=False) + "\n")
    return path


class Bench:
    def __init__(self, build, megabytes, folder):
        self.build, self.megabytes, self.folder = build, megabytes, folder
        self.rounds = 3 if megabytes <= 200 else 2
        self.text = make_text(build, folder / "text.txt", megabytes * MB)
        self.files = make_files(self.text, folder / "files")
        self.lines = make_lines(self.text, folder / "text.jsonl", FILES)
        self.size = self.text.stat().st_size / MB
        self.tables = ""  # all that was measured
        self.goals = []  # what is to be reached, and what is

    def table(self, title, header, rows):
        text = f"{title}\n\n{markdown(header, rows)}\n"
        print(text, flush=True)
        self.tables += text

    def goal(self, what, reached, wanted):
        self.goals.append([what, reached, wanted])

    def extract(self, threads, *arguments):
        return [self.build / "bin/mubiao", "extract", "--quiet", "--format", "jsonl", "-j", threads, *arguments]

    def shapes(self):
        """One thread beside rg, the three shapes beside each other, two threads beside one."""
        shapes = {"one file": [self.text], f"{FILES} files": [self.files], "JSONL": ["--input", "jsonl", self.lines]}
        commands = [self.extract(threads, *shape) for shape in shapes.values() for threads in (1, 2)]
        if shutil.which("rg"):
            commands.append(["rg", "-j1", "-o", PATTERN, self.text])
        runs = best(commands, self.rounds)
        alone, two = runs[0:6:2], runs[1:6:2]
        fastest, slowest = (choose(run.processor for run in alone) for choose in (min, max))
        gains = [one.wall / both.wall for one, both in zip(alone, two)]
        self.table(f"{self.size:.0f} MB in three shapes:",
                   ["", "-j1, MB/s", "to the fastest", "-j2, MB/s", "-j2 to -j1", "memory -j1, MB", "memory -j2, MB"],
                   [[name, self.size / one.processor, f"+{one.processor / fastest * 100 - 100:.0f}%",
                     self.size / both.wall, gain, f"{one.memory:.0f}", f"{both.memory:.0f}"]
                    for name, one, both, gain in zip(shapes, alone, two, gains)])
        if len(runs) == 7:
            rg, ratio = runs[6], alone[0].processor / runs[6].processor
            self.table("One thread beside `rg -j1 -o` with a one-line pattern of quantities, one file:",
                       ["", "MB/s", "times as long as rg"],
                       [["rg", self.size / rg.processor, 1.0], ["mubiao", self.size / alone[0].processor, ratio]])
            self.goal("one thread, end to end, beside `rg -j1 -o` with a one-line pattern of quantities",
                      f"{ratio:.1f} times as long ({self.size / alone[0].processor:.0f} and "
                      f"{self.size / rg.processor:.0f} MB/s)", "12")
        self.goal("two threads beside one: files, JSONL", f"{gains[1]:.2f} and {gains[2]:.2f} times as fast", "1.9")
        self.goal(f"the same text as one file of {self.size:.0f} MB, {FILES} files, JSONL",
                  f"within {slowest / fastest * 100 - 100:.0f}%", "20%")
        busy = max(run.wall / run.processor for run in alone)
        if busy > 1.1:
            self.tables += f"(The machine was busy, by {busy:.1f}: what is said of two threads does not count.)\n\n"
            print(f"The machine is busy: one thread took {busy:.1f} times as long by the clock as by the processor. "
                  "What is said of two threads does not count.\n", file=sys.stderr)

    def linear(self):
        """The same speed, whatever the size of the document, also if it is one line."""
        texts = {}
        size = 1
        while size <= min(self.megabytes, 256):
            texts[f"{size} MB"] = make_text(self.build, self.folder / f"{size}.txt", size * MB)
            size *= 4
        if self.megabytes > 256:
            texts[f"{self.size:.0f} MB"] = self.text
        line = min(LINE, self.megabytes)
        lines = make_text(self.build, self.folder / "lines.txt", line * MB).read_bytes()
        texts[f"one line of {line} MB"] = one = self.folder / "line.txt"
        one.write_bytes(lines.replace(b"\r", b"").replace(b"\n", b""))
        least = self.folder / "least.txt"
        least.write_bytes("无\n".encode())
        [start] = best([self.extract(1, least)], 20)
        rows, speeds, memory = [], [], []
        for name, text in texts.items():
            megabytes = text.stat().st_size / MB
            [run] = best([self.extract(1, text)], 5 if megabytes < 50 else 2)
            speeds.append(megabytes / (run.processor - start.processor))
            memory.append(run.memory - 3 * megabytes)
            rows.append([name, speeds[-1], f"{run.memory:.0f}", f"{memory[-1]:.0f}"])
        self.table("One document, one thread, less the start:", ["", "MB/s", "memory, MB", "less 3 times the document"], rows)
        self.goal("cost a byte less the start: " + ", ".join(texts), f"within {max(speeds) / min(speeds) * 100 - 100:.0f}%", "linear")
        self.goal("peak memory beyond three times the document", f"{max(memory):.0f} MB", "64 MB")

    def threads(self):
        """Memory follows the documents in flight, not the batch."""
        runs = best([self.extract(threads, "--input", "jsonl", self.lines) for threads in (1, 2, 4, 8)], 1)
        self.table(f"Memory by threads, {FILES} documents of {self.size / FILES * 1000:.0f} KB:", ["-j", "memory, MB"],
                   [[threads, f"{run.memory:.0f}"] for threads, run in zip((1, 2, 4, 8), runs)])

    def cold(self):
        """One small document, as a script would have it; what of it is the rule set."""
        text = self.folder / "small.txt"
        text.write_bytes(self.text.read_bytes()[:50000].rpartition(b"\n")[0] + b"\n")
        least = self.folder / "least.txt"
        version = [self.build / "bin/mubiao", "version"]  # it loads the rules, and does nothing else
        document, nothing, start = best([self.extract(1, text), self.extract(1, least), version], 40)
        bench = [self.build / "tests/bench/mubiao_bench", "--benchmark_filter=load_rules", "--benchmark_format=json"]
        said = subprocess.run(bench, capture_output=True, check=True, text=True).stdout
        toml = json.loads(said)["benchmarks"][0]["cpu_time"]
        self.table("Cold start:", ["", "ms"], [["document of 50 KB", document.wall * 1e3],
                                               ["document of one character", nothing.wall * 1e3],
                                               ["only the start, with the built-in rules compiled", start.wall * 1e3],
                                               ["the same rules out of TOML, as of -r", toml]])
        self.goal("one document of 50 KB from a cold start", f"{document.wall * 1e3:.1f} ms", "20 ms")
        self.goal("of that the start of the program with its rules compiled", f"{start.wall * 1e3:.1f} ms", "10 ms")

    def sizing(self):
        """What a hundred million documents would take, from documents of three sizes as an engine feeds them."""
        rows = []
        text = make_text(self.build, self.folder / "sizing.txt", SIZING * MB)
        for kilobytes in (2, 10, 50):
            count = SIZING * 1000 // kilobytes
            lines = make_lines(text, self.folder / "sizing.jsonl", count)
            worker = self.extract(1, "--input", "jsonl", "--by", "document", lines)
            results = self.folder / "results.jsonl"
            subprocess.run([str(word) for word in [*worker, "--output", results]], check=True)
            [run] = best([worker], 3)
            hours = MANY / count * run.processor / 3600
            rows.append([f"{kilobytes} KB", f"{count / run.processor:.0f}", f"{hours:.1f}", f"{hours / 64:.1f}",
                         f"{run.memory:.0f} MB", f"{lines.stat().st_size / count * MANY / 1e12:.2f} TB",
                         f"{results.stat().st_size / count * MANY / 1e12:.2f} TB"])
        header = ["documents of", "documents a second and core", "hours of one core", "hours of 64", "memory a core",
                  "in", "out"]
        self.table(f"{MANY // 10**6} million documents:", header, rows)
        return markdown(header, rows)


def main(build, megabytes, write):
    place = where()
    print(f"{place}\n")
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(build.resolve(), megabytes, pathlib.Path(folder))
        bench.shapes()
        bench.linear()
        bench.threads()
        bench.cold()
        sizes = bench.sizing()
    goals = markdown(["", "measured", "goal"], bench.goals)
    print(f"Goals:\n\n{goals}")
    if write:
        fill(ROOT / "README.md", "speed", f"{goals}\n{place}\n")
        fill(ROOT / "README.md", "sizing", sizes)
        fill(ROOT / "tests/bench/README.md", "tables", f"{place}\n\n{bench.tables}")


if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if word != "--write"]
    if not words:
        sys.exit(__doc__)
    main(pathlib.Path(words[0]), int(words[1]) if len(words) > 1 else 64, "--write" in sys.argv)
