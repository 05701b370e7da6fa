"""rule_schema_test.py MUBIAO: the JSON Schema of rule files takes every file that loads, and refuses what the loader
refuses for its structure. TOML and schema are read by others than mubiao."""

import json
import pathlib
import subprocess
import sys
import tomllib

import jsonschema

mubiao = pathlib.Path(sys.argv[1]).resolve()
root = pathlib.Path(__file__).resolve().parent.parent

# Mistakes that only the text of a file shows, not its values.
ONLY_IN_TEXT = {"pattern-in-double-quotes"}
STRUCTURAL = {"E-KEY", "E-TYPE", "E-FORMAT"}

RULE = "[[rules]]\nid = 'a'\npattern = 'x'\n"
EXAMPLE = "[[rules.examples]]\ntext = 'x'\n"

# What a file says, and where the schema refuses it; None: it does not.
ROWS = [
    ("", None),
    ("format = 1\nruleset = 'a'\nversion = '1'", None),
    ("format = 2", "format"),
    ("ruleset = 1", "ruleset"),
    ("rule = []", ""),
    ("extends = ['../base.toml', 'std']\ndisable = ['a']", None),
    ("extends = 'std'", "extends"),
    ("disable = ['']", "disable/0"),
    ("[override.fragments]\na = 'x'\n[override.periods]\n'十四五' = [2021, 2025]", None),
    ("[override.dimensions.power]\nfactors = { kW = '1/1000' }\n[override.dimensions.count]\nwords = ['个']", None),
    ("[override.dimensions.power]\nfactor = { kW = '1/1000' }", "override/dimensions/power"),
    ("[override]\nrules = []", "override"),
    ("[[rules]]\nid = 'a'\noverride = true", None),
    ("[[rules]]\nid = 'a'\noverride = true\npriority = 50\nkind = 'heading'\nset = { level = 1 }", None),
    ("[[rules]]\noverride = true", "rules/0"),
    ("[[rules]]\nid = 'a'\noverride = false", "rules/0"),
    ("[[rules]]\nid = 'a'\noverride = 1", "rules/0/override"),
    ("[periods]\n'十四五' = [2021, 2025]", None),
    ("[periods]\n'十四五' = [2021]", "periods/十四五"),
    ("[fragments]\na = 'x'\n'b.c' = ['x', 'y']", None),
    ("[fragments]\nA = 'x'", "fragments"),
    ("[fragments]\na = []", "fragments/a"),
    ("[fragments]\na = 1", "fragments/a"),
    ("[dimensions.power]\ncanonical = 'MW'\nfactors = { MW = 1, kW = '1/1000' }", None),
    ("[dimensions.power]\ncanonical = 'MW'", "dimensions/power"),
    ("[dimensions.power]\ncanonical = 'MW'\nfactors = { kW = 0.001 }", "dimensions/power/factors/kW"),
    ("[dimensions.count]\ncounter = true\nwords = ['个']", None),
    ("[dimensions.count]\ncounter = true\ncanonical = '个'", "dimensions/count"),
    ("[dimensions.count]\ncounter = false\nwords = ['个']", "dimensions/count"),
    (RULE + "kind = 'heading'\nset = { level = 1 }", None),
    (RULE + "kind = 'heading'\nset = { level = '9', role = 'box' }", None),
    (RULE + "kind = 'heading'\nset = { level = 10 }", "rules/0/set/level"),
    (RULE + "kind = 'heading'\nset = { change = 'level' }", "rules/0/set"),
    (RULE + "kind = 'target'\nset = { change = 'level', indicator = '{subject}' }", None),
    (RULE + "kind = 'targt'", "rules/0/kind"),
    (RULE, "rules/0"),
    ("[[rules]]\nid = 'A'\nkind = 'name'\npattern = 'x'", "rules/0/id"),
    (RULE + "kind = 'name'\nrev = 0", "rules/0/rev"),
    (RULE + "kind = 'name'\npriority = '50'", "rules/0/priority"),
    (RULE + "kind = 'target'\n[[rules.unless]]\nid = 'u'\nin = 'section'\npattern = 'y'", None),
    (RULE + "kind = 'name'\n[[rules.unless]]\nid = 'u'\nin = 'section'\npattern = 'y'", "rules/0/unless/0/in"),
    (RULE + "kind = 'name'\n" + EXAMPLE + "expect = [{ match = 'x' }, {}]", None),
    (RULE + "kind = 'name'\n" + EXAMPLE + "expect = [{ value = 1 }]", "rules/0/examples/0/expect/0"),
    (RULE + "kind = 'target'\n" + EXAMPLE + "expect = [{ value = 1 }]", None),
    (RULE + "kind = 'target'\n" + EXAMPLE + "expect = [{ value = 1.5 }]", "rules/0/examples/0/expect/0/value"),
    (RULE + "kind = 'name'\n" + EXAMPLE, "rules/0/examples/0"),
    (RULE + "kind = 'name'\n" + EXAMPLE + "expect = []\nbecause = 'so'", "rules/0/examples/0/because"),
]

schema = json.loads(subprocess.run([mubiao, "rules", "schema"], check=True, capture_output=True).stdout)
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)
failures = []


def refused_at(text):
    """Where, as a set of paths."""
    return {"/".join(map(str, error.absolute_path)) for error in validator.iter_errors(tomllib.loads(text))}


for text, where in ROWS:
    found = refused_at(text)
    if (where is None and found) or (where is not None and where not in found):
        failures.append(f"expected {where}, found {found}:\n{text}")

files = [path for folder in ("rules", "samples") for path in (root / folder).rglob("*.toml")]
if len(files) < 25:
    failures.append(f"only {len(files)} rule files")
for path in files:
    if found := refused_at(path.read_text(encoding="utf-8")):
        failures.append(f"{path} is refused at {found}")

refused = 0
for path in (root / "tests" / "diagnostics").glob("*.toml"):
    report = subprocess.run([mubiao, "rules", "check", "-f", "json", path], capture_output=True).stdout
    codes = {finding["code"] for finding in json.loads(report)["findings"]}
    if not codes & STRUCTURAL or path.stem in ONLY_IN_TEXT:
        continue
    refused += 1
    if not refused_at(path.read_text(encoding="utf-8")):
        failures.append(f"{path} is not refused, though it is {codes}")
if refused < 8:
    failures.append(f"only {refused} broken files were looked at")

print("\n".join(failures) or f"{len(ROWS)} rows, {len(files)} rule files, {refused} broken ones")
sys.exit(bool(failures))
