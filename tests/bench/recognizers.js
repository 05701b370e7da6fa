// recognizers.js BUILD [KILOBYTES] [--write]: the number and unit recognizers for Chinese of
// @microsoft/recognizers-text-suite beside mubiao: the same text, line by line, on one core; speed, and the quantities
// that each finds. --write puts the table into README.md.
//
//   npm install --prefix DIRECTORY @microsoft/recognizers-text-suite
//   NODE_PATH=DIRECTORY/node_modules node tests/bench/recognizers.js build/bench
"use strict";

const { execFileSync } = require("child_process");
const fs = require("fs");
const os = require("os");
const path = require("path");

// What has a unit. Age and temperature are left out: plans set none.
const KINDS = ["recognizePercentage", "recognizeDimension", "recognizeCurrency"];
const MOST = 1e9; // bytes that a program may write
// What has a number, and mubiao writes: a target, a fact, whatever it is.
const EXTRACT = ["extract", "--quiet", "--format", "jsonl", "--kinds", "all"];

function load() {
  try {
    return require("@microsoft/recognizers-text-suite");
  } catch {
    console.log("@microsoft/recognizers-text-suite is not installed: not compared");
    process.exit(77);
  }
}

function seconds(work) {
  const begin = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - begin) / 1e9;
}

/** Spans [line, begin, end), from 0. What two recognizers take for theirs counts once. */
function recognize(suite, lines) {
  const found = [];
  lines.forEach((line, number) => {
    if (line.trim() === "") return;
    const entities = KINDS.flatMap((kind) => suite[kind](line, "zh-cn"));
    // A unit without a number, as in the head of a table, is no quantity.
    const spans = entities.filter((entity) => entity.resolution && entity.resolution.value)
      .map((entity) => [entity.start, entity.end + 1]);
    spans.sort((a, b) => a[0] - b[0]);
    let last = 0;
    for (const [begin, end] of spans) {
      if (begin >= last) found.push([number, begin, end]);
      last = Math.max(last, end);
    }
  });
  return found;
}

function overlaps(spans, others) {
  const byLine = new Map();
  for (const [line, begin, end] of others) byLine.set(line, [...(byLine.get(line) || []), [begin, end]]);
  return spans.filter(([line, begin, end]) => (byLine.get(line) || []).some(([b, e]) => b < end && begin < e)).length;
}

/** Puts the text between the marks of that name. */
function fill(file, name, text) {
  const [before, rest] = fs.readFileSync(file, "utf8").split(`<!-- ${name} -->\n`);
  const after = rest.split(`<!-- end of ${name} -->\n`)[1];
  fs.writeFileSync(file, `${before}<!-- ${name} -->\n${text}<!-- end of ${name} -->\n${after}`);
}

function main(build, kilobytes, write) {
  const suite = load();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "recognizers-"));
  try {
    const text = path.join(folder, "plan.txt");
    const writer = path.join(build, "tests/bench/mubiao_bench_text");
    const bytes = execFileSync(writer, [String(kilobytes * 1000)], { maxBuffer: MOST });
    // Columns are code points to mubiao and UTF-16 units to JavaScript: alike without what takes two units, which plans
    // hardly have.
    fs.writeFileSync(text, bytes.toString("utf8").replace(/[\u{10000}-\u{10ffff}]/gu, "口"));
    const lines = fs.readFileSync(text, "utf8").split("\n");
    recognize(suite, ["到2025年,投资1.5亿元,面积200平方公里,占18%。"]); // builds its patterns, which is not timed

    let theirs;
    const theirTime = seconds(() => { theirs = recognize(suite, lines); });
    const mubiao = path.join(build, "bin/mubiao");
    let out;
    const ourTime = Math.min(...[1, 2, 3].map(() => seconds(() => {
      out = execFileSync(mubiao, [...EXTRACT, text], { maxBuffer: MOST });
    })));
    const ours = out.toString("utf8").trimEnd().split("\n").map((line) => JSON.parse(line))
      .filter((record) => record.value !== null)
      .map((record) => [record.line - 1, record.column - 1, record.column - 1 + [...record.quote].length]);

    const size = fs.statSync(text).size / 1e6;
    const row = (name, time, spans, others) =>
      `| ${name} | ${(size / time).toFixed(3)} | ${spans.length} | ${overlaps(spans, others)} | ` +
      `${spans.length - overlaps(spans, others)} |\n`;
    const table = `| ${size.toFixed(2)} MB, ${lines.length} lines | MB/s | quantities | the other, too | it alone |\n` +
      "| --- | ---: | ---: | ---: | ---: |\n" +
      row("mubiao, with its start", ourTime, ours, theirs) +
      row("recognizers-text-suite, without", theirTime, theirs, ours);
    console.log(table);
    if (write) fill(path.join(__dirname, "../../README.md"), "recognizers", table);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

const words = process.argv.slice(2).filter((word) => word !== "--write");
if (words.length === 0) {
  console.error("usage: recognizers.js BUILD [KILOBYTES] [--write]");
  process.exit(2);
}
main(words[0], Number(words[1] || 500), process.argv.includes("--write"));
