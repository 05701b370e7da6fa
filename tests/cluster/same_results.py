"""Compares the results of a cluster with those of one machine: of each document there is one line, the same bytes.

usage: same_results.py DOCUMENTS ONE_MACHINE RESULT... [--in-order]

The error of a document that could not be read names the number of its line: in a share that is another one.
"""

import json
import re
import sys

UNREAD = b'"bytes":null},"records":[],"diagnostics":[{"severity":"error"'
NUMBER = re.compile(rb'(?<=,"line":)[0-9]+(?=,"column":)')


def by_id(paths):
    lines = {}
    for path in paths:
        with open(path, "rb") as file:
            for line in file:
                name = json.loads(line)["document"]["path"]
                if name in lines:
                    sys.exit(f"{path}: {name} is there twice")
                lines[name] = NUMBER.sub(b"null", line) if UNREAD in line else line
    return lines


def main(documents, one_machine, results, in_order):
    expected, found = by_id([one_machine]), by_id(results)
    names = {f"doc-{number:06}" for number in range(1, documents + 1)}
    for lines, where in ((expected, "one machine"), (found, "cluster")):
        if lines.keys() != names:
            missing, other = sorted(names - lines.keys()), sorted(lines.keys() - names)
            sys.exit(f"{where}: {len(missing)} missing {missing[:5]}, {len(other)} unexpected {other[:5]}")
    differing = sorted(name for name in names if expected[name] != found[name])
    if differing:
        name = differing[0]
        sys.exit(f"{len(differing)} differ, first {name}:\n{expected[name].decode()}{found[name].decode()}")
    if in_order and list(found) != list(expected):
        sys.exit("the order is another one")
    records = sum(line.count(b'"rule":') for line in expected.values())
    if records < documents:
        sys.exit(f"only {records} records in {documents} documents: hardly anything was compared")
    print(f"{documents} documents once each, {records} records, as on one machine")


if __name__ == "__main__":
    paths = [argument for argument in sys.argv[2:] if argument != "--in-order"]
    main(int(sys.argv[1]), paths[0], paths[1:], "--in-order" in sys.argv)
