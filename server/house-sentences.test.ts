import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/**
 * Texts must be easy to change: a sentence of the product occurs literally in at most two test files. Others import it or the
 * function that makes it, or use a story's helper (e2e/fills-in, readsNotice).
 */
const MAX_FILES = 2;
/** Number of consecutive words that count as a sentence. */
const RUN = 4;

/** Exceptions, with the reason. */
const allowed: Record<string, string> = {
  "the risk of not trying": "a term of the field, in several sentences",
  "someone could be harmed": "a value of db/vocabulary.ts, which the compiler checks",
  "a stop rule was met": "a value of db/vocabulary.ts, which the compiler checks",
  "GP at the front door": "a title of the demo world, and a stage of the pathway",
  "Penwick Council PWC council": "an example that tests type in",
  "within the agreed dip to": "the chart and the record each have a sentence with it",
  "in an expected dip": "the pathway and the home page each have a sentence with it",
  "above the upper limit": "a point and a goal each have a sentence with it",
  "what makes it less likely or less bad": "a question, and what its empty box says",
  "Say what you expect": "a link and 2 refusals that begin alike",
  "answers in your name": "a question and 2 refusals with the same term",
  "You stand in for": "the home page and 2 refusals begin alike",
  "There is a result": "the number box and the import begin alike",
};

type Sources = Record<string, string>;
const isTest = (file: string) => /\.test\.tsx?$/.test(file) || file.startsWith("e2e/");
const isData = (file: string) => file.startsWith("server/demo/") || file.includes("testing");

const comments = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*/g;
const importsAndTitles = /\bfrom "[^"]*"|\b(test|describe)(\.step)?\(\s*("[^"\n]*"|`[^`]*`)/g;
const literals =
  /'((?:\\.|[^'\\\n])*)'|"((?:\\.|[^"\\\n])*)"|`((?:\\.|[^`\\])*)`|(?<=[(,[:=]\s*)\/((?:\\.|[^/\\\n])+)\//g;
const isProse = (literal: string) =>
  literal.includes(" ") && !/^\s*(select|update|insert|delete|with|set)\b/.test(literal);

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’&-]*/gu) ?? [];
const runsOf = (words: string[]): string[] =>
  words.slice(RUN - 1).map((_, start) => words.slice(start, start + RUN).join(" "));

/** Runs of words in a test's literals; templates are split at their expressions. */
function runsInLiterals(source: string): Set<string> {
  const code = source.replace(comments, " ").replace(importsAndTitles, " ");
  const found = [...code.matchAll(literals)].map((match) => match.slice(1).find((group) => group !== undefined) ?? "");
  const pieces = found.filter(isProse).flatMap((literal) => literal.split(/\$\{[^}]*\}|\\[nds]/));
  return new Set(pieces.flatMap((piece) => runsOf(wordsOf(piece))));
}

/** Runs of words from the product that too many test files contain literally, with those files. */
function repeatedIn(sources: Sources): Map<string, string[]> {
  const filesWith = new Map<string, string[]>();
  const product: string[] = [];
  for (const [file, text] of Object.entries(sources)) {
    if (isTest(file)) for (const run of runsInLiterals(text)) filesWith.set(run, [...(filesWith.get(run) ?? []), file]);
    else if (!isData(file)) product.push(` ${wordsOf(text.replace(comments, " ")).join(" ")} `);
  }
  const all = product.join("\n");
  const repeated = [...filesWith].filter(([run, files]) => files.length > MAX_FILES && all.includes(` ${run} `));
  return new Map(repeated.filter(([run]) => /[a-z]/.test(run)));
}

test("a sentence that 3 test files assert literally is found, within other words and however it is written", () => {
  const planted = {
    "server/rule.ts": 'const why = (name: string) => name + " has not answered yet.";',
    "server/rule.test.ts": 'expect(why("OCH")).toBe("OCH has not answered yet.");',
    "server/router.test.ts": `expect(reasons).toEqual([\`\${name} has not answered yet.\`]);`,
    "e2e/one.spec.ts": "await person.reads(/has not answered yet/);",
  };
  expect([...repeatedIn(planted)]).toEqual([
    ["has not answered yet", ["server/rule.test.ts", "server/router.test.ts", "e2e/one.spec.ts"]],
  ]);
  const fine = {
    ...planted,
    "e2e/one.spec.ts": '// has not answered yet\ntest("it has not answered yet", () => reads(why(council)));',
    "e2e/two.spec.ts": 'person.writes("Where?", "The corridor on Ward 7B");',
    "e2e/three.spec.ts": 'person.reads("The corridor on Ward 7B");',
    "server/place.test.ts": 'expect(place).toBe("The corridor on Ward 7B");',
  };
  expect([...repeatedIn(fine)]).toEqual([]);
});

test("no sentence of the product is asserted literally in more than 2 test files", () => {
  const sources: Sources = {};
  for (const folder of ["app", "server", "db", "e2e"])
    for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      const file = join(folder, name);
      if (/\.tsx?$/.test(file) && file !== "server/house-sentences.test.ts") sources[file] = readFileSync(file, "utf8");
    }
  expect(Object.keys(sources).filter(isTest).length).toBeGreaterThan(200);
  const repeated = repeatedIn(sources);
  const phrases = Object.keys(allowed).flatMap((phrase) => runsOf(wordsOf(phrase)));
  const breaches = [...repeated].filter(([run]) => !phrases.includes(run));
  const message = breaches.map(([run, files]) => `"${run}" is asserted in ${files.join(", ")}`).join("\n");
  expect(
    breaches,
    `${message}\nExport the sentence from the file that makes it, and import it in all tests but one`,
  ).toEqual([]);
  const needless = Object.keys(allowed).filter((phrase) => !runsOf(wordsOf(phrase)).some((run) => repeated.has(run)));
  expect(needless, "allowed, and no longer needed").toEqual([]);
});
