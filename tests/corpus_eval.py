"""Runs `mubiao eval` and SHARED/eval/score.py over the same documents, annotations and rules, and compares.

usage: corpus_eval.py MUBIAO SHARED RULES

Beside the annotated documents as they are: rules that were made worse, annotations with odd values, and documents in
other encodings.
"""
import glob
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

MUBIAO, SHARED, RULES = sys.argv[1:]
GOLD = ".gold.jsonl"
KINDS = ("delegated", "milestone")


def score(docs, gold, pred):
    out = os.path.join(pred, "score.out")
    text = subprocess.run([sys.executable, os.path.join(SHARED, "eval", "score.py"), "--docs", docs, "--gold", gold,
                           "--pred", pred, "--json", out], check=True, capture_output=True, text=True).stdout
    figures = json.load(open(out))
    figures["exact"] = re.search(r"indicator_exact ([\d.]+)", text).group(1)
    figures["context"] = re.search(r"accounted for: (\d+/\d+)", text).group(1)
    figures["documents"] = re.findall(r"^(\S+) +(\d+) +(\d+) +(\S+) +(\S+)$", text, re.M)
    return figures


def three(part):
    return "/".join(f"{part[key]:.3f}" for key in ("precision", "recall", "f1"))


def measure(docs, gold, rules):
    run = subprocess.run([MUBIAO, "eval", "-q", docs, "--gold", gold, "-f", "json", "-r", rules],
                         capture_output=True, text=True)
    if run.returncode not in (0, 4):
        sys.exit(f"mubiao eval: status {run.returncode}\n{run.stderr}")
    all_of_it = json.loads(run.stdout)
    prf = lambda part: [part["precision"], part["recall"], part["f1"]]
    fields = dict(all_of_it["fields"])
    name = lambda path: os.path.splitext(os.path.basename(path))[0][:34]
    rows = [(name(d["path"]), d) for d in all_of_it["documents"]]
    rows = sorted(rows, key=lambda row: row[1]["path"]) + [("ALL", all_of_it)]
    return {
        "gold": all_of_it["detect"]["annotated"], "pred": all_of_it["detect"]["found"],
        "detect": prf(all_of_it["detect"]), "strict": prf(all_of_it["strict"]),
        "exact": f"{fields.pop('indicator_exact'):.3f}", "fields": fields,
        "other": {kind: prf(all_of_it[kind]) for kind in KINDS},
        "context": f"{all_of_it['context']['accounted']}/{all_of_it['context']['annotated']}",
        "documents": [(n, str(d["detect"]["annotated"]), str(d["detect"]["found"]), three(d["detect"]),
                       three(d["strict"])) for n, d in rows],
    }


def compare(what, docs, gold, rules=RULES):
    with tempfile.TemporaryDirectory() as pred:
        subprocess.run([MUBIAO, "extract", "-q", "--kinds", "all", "-r", rules, "-O", pred]
                       + sorted(glob.glob(os.path.join(docs, "*.txt"))), check=True)
        theirs, ours = score(docs, gold, pred), measure(docs, gold, rules)
    different = [key for key in theirs if theirs[key] != ours[key]]
    for key in different:
        print(f"{what}: {key} differs\n  score.py {theirs[key]}\n  mubiao   {ours[key]}")
    print(f"{what}: detect {ours['detect'][2]:.3f}, strict {ours['strict'][2]:.3f}, "
          + ("DIFFERENT" if different else "equal"))
    return not different


def copy_annotations(path, copy):
    """score.py does not know the unit 起/每万枚 from 起/万枚, which mubiao reads as the same."""
    with open(path, encoding="utf-8") as annotations, open(copy, "w", encoding="utf-8") as out:
        out.write(annotations.read().replace("/每", "/"))


def gather(work, folders, gold):
    """The annotated documents of some folders, and their annotations."""
    docs, golds = os.path.join(work, "docs"), os.path.join(work, "gold")
    os.makedirs(docs)
    os.makedirs(golds)
    for folder in folders:
        for path in glob.glob(os.path.join(SHARED, "corpus", folder, "*.txt")):
            annotations = os.path.join(gold, os.path.basename(path)[:-4] + GOLD)
            if os.path.exists(annotations):
                shutil.copyfile(path, os.path.join(docs, os.path.basename(path)))
                copy_annotations(annotations, os.path.join(golds, os.path.basename(annotations)))
    if not os.listdir(golds):
        sys.exit(f"no annotated documents in {folders}")
    return docs, golds


def scaled(number, factor):
    digits = f"{float(number) * factor:.12f}".rstrip("0").rstrip(".")
    return digits or "0"


OTHER_UNITS = {"千瓦": [("兆瓦", 1e-3), ("MW", 1e-3), ("万千瓦", 1e-4), ("吨", 1)], "吨": [("千克", 1e3), ("吨标准煤", 1)],
               "%": [("‰", 10), ("个百分点", 1), ("％", 1)], "个": [("家", 1), ("", 1)], "亩": [("公顷", 1 / 15)],
               "公里": [("米", 1000), ("千米", 1)], "": [("1", 1), ("个", 1)], "吨标准煤": [("吨标煤", 1), ("克标准煤", 1e6)]}


def odd_value(record, draw):
    """Changes one thing of an annotation."""
    key = draw.choice(list(record))
    if key == "number":
        record[key] = scaled(record[key], draw.choice([1, 1.0000005, 1.000002, 0.9999995, 2]))
        if draw.random() < 0.3:
            record[key] = float(record[key])
    elif key == "unit" and record.get("number"):
        unit, factor = draw.choice(OTHER_UNITS.get(record[key] or "", [(record[key], 1)]))
        record.update(unit=unit, number=scaled(record["number"], factor))
    elif key == "indicator":
        text = record[key]
        record[key] = draw.choice([text[:-1], text[1:], text[2:-2], "全市" + text, "本省全市" + text, text + "、",
                                   "（" + text + "）", text.replace("电", "電"), text + text, " " + text, "", text[::-1]])
    elif key in ("start", "end"):
        record[key] = max(0, record[key] + draw.choice([-1, 1, 2]))
        if record["end"] <= record["start"]:
            record["end"] = record["start"] + 1
    elif key in ("year", "baseline_year"):
        record[key] = draw.choice([None, 2030, str(record[key] or 2025), ""])
    elif key == "section":
        record[key] = draw.choice([record[key][:-1], [s + "。" for s in record[key]], [s[:13] for s in record[key]], []])
    elif key == "responsible":
        record[key] = draw.choice([record[key][::-1], record[key][1:], [" " + s for s in record[key]]])
    elif key == "kind" and record[key] != "context":
        record[key] = draw.choice(["delegated", "milestone", "context"])
    elif key in ("bound", "change", "firmness", "period", "why"):
        record.pop(key)


def odd_annotations(golds, seed):
    draw = random.Random(seed)
    for path in sorted(glob.glob(os.path.join(golds, "*" + GOLD))):
        lines = []
        for line in open(path, encoding="utf-8"):
            record = json.loads(line)
            while draw.random() < 0.6:
                odd_value(record, draw)
            lines += [json.dumps(record, ensure_ascii=draw.random() < 0.5)] * draw.choice([0, 1, 1, 1, 1, 2])
            lines += [""] * (draw.random() < 0.1)
        draw.shuffle(lines)
        with open(path, "w", encoding="utf-8") as out:
            out.write("\n".join(lines) + "\n" * draw.choice([0, 1]))


def reencode(docs, encoding):
    for path in glob.glob(os.path.join(docs, "*.txt")):
        text = open(path, "rb").read().decode("utf-8-sig")
        with open(path, "wb") as out:
            out.write(text.encode(encoding))


WORSE = {
    "without some target rules": ("targets.toml", r"(?ms)^\[\[rules\]\]\nid *= *\"target\.(?:reach|count)\".*?(?=^\[\[rules\]\])", ""),
    "with wrong bounds": ("bounds.toml", r'bound = ">="', 'bound = "~"'),
    "with other plan years": ("periods.toml", r"\[2021, 2025\]", "[2021, 2024]"),
    "without departments": ("departments.toml", r"(?s).*", ""),
}


def worse_rules(work, file, pattern, replacement):
    rules = os.path.join(work, "rules")
    shutil.copytree(RULES, rules)
    path = os.path.join(rules, file)
    text = open(path, encoding="utf-8").read()
    changed = re.sub(pattern, replacement, text, count=0)
    if changed == text:
        sys.exit(f"{file}: nothing to make worse")
    with open(path, "w", encoding="utf-8") as out:
        out.write(changed)
    return rules


def main():
    good = True
    sets = {"seeds and dev": (["seeds", "dev"], "gold"), "tables": (["tables"], "gold/tables")}
    for name, (folders, gold) in sets.items():
        here = lambda work: gather(work, folders, os.path.join(SHARED, gold))
        with tempfile.TemporaryDirectory() as work:
            good &= compare(name, *here(work))
            for how, change in WORSE.items():
                with tempfile.TemporaryDirectory() as other:
                    good &= compare(f"{name}, {how}", os.path.join(work, "docs"), os.path.join(work, "gold"),
                                    worse_rules(other, *change))
        for seed in range(6):
            with tempfile.TemporaryDirectory() as work:
                docs, golds = here(work)
                odd_annotations(golds, seed)
                good &= compare(f"{name}, odd annotations {seed}", docs, golds)
        for encoding in ("gb18030", "utf-8-sig"):
            with tempfile.TemporaryDirectory() as work:
                docs, golds = here(work)
                reencode(docs, encoding)
                good &= compare(f"{name}, {encoding}", docs, golds)
    return 0 if good else 1


sys.exit(main())
