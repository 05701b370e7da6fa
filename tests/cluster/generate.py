"""Makes plan documents as shards of JSONL, the same for the same arguments: the paragraphs of the samples in another
order and with other digits, 0.3 to 20 KB a document. Fields: id (doc-000001, ...), text, and two that are passed on.

usage: generate.py DOCUMENTS SHARDS DIRECTORY [SEED]

One document in 100 is empty, and one has no text at all: errors of these documents alone.
"""

import json
import pathlib
import random
import re
import sys

SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "samples"
SMALLEST, LARGEST = 300, 20000  # bytes
VARIANTS = 40  # of each paragraph: enough that no two documents are alike, few enough to be made in a second


ENCODINGS = {"gb18030": "gb18030", "big5": "big5hkscs"}  # of samples that are called so


def paragraphs():
    """Of the samples; tables and what is wrapped stay whole, as a document would have them."""
    for path in sorted(SAMPLES.glob("*.txt")):
        text = path.read_text(encoding=ENCODINGS.get(path.stem, "utf-8"))
        yield from [text] if path.stem in ("wrapped-pdf", "indicator-table", "run-in") else text.splitlines(True)


def vary(text, dice):
    """Other digits; years stay years, and no number begins with a zero that did not."""

    def other(number):
        digits = number.group()
        if len(digits) == 4 and digits[:2] in ("19", "20"):
            return digits
        return "".join(digit if digit == "0" else dice.choice("123456789") for digit in digits)

    return re.sub("[0-9]+", other, text)


def document(number, pool, dice):
    """One line. Small documents are many and large ones few, as in a real collection."""
    parts = []
    left = SMALLEST * (LARGEST / SMALLEST) ** (dice.random() ** 3)
    while left > 0:
        escaped, size = dice.choice(pool)
        parts.append(escaped)
        left -= size
    text = '"' + "".join(parts) + '"'
    if number % 100 == 25:
        text = '""'
    elif number % 100 == 40:
        text = "null"
    source = f'{{"region":"第{number % 31}区","page":{number % 97}}}'
    return f'{{"id":"doc-{number:06}","source":{source},"text":{text},"tags":["plan",null,{number % 7}.50]}}\n'


def main(documents, shards, directory, seed):
    dice = random.Random(seed)
    pool = []
    for paragraph in paragraphs():
        for _ in range(VARIANTS):
            varied = vary(paragraph, dice)
            pool.append((json.dumps(varied, ensure_ascii=False)[1:-1], len(varied.encode())))
    directory.mkdir(parents=True, exist_ok=True)
    for shard in range(shards):
        first, last = documents * shard // shards, documents * (shard + 1) // shards
        with open(directory / f"part-{shard:05}.jsonl", "w", encoding="utf-8") as file:
            file.writelines(document(number, pool, dice) for number in range(first + 1, last + 1))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), pathlib.Path(sys.argv[3]), int(sys.argv[4]) if len(sys.argv) > 4 else 1)
