import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { addDays } from "@/server/days";
import { differences } from "@/server/permissions/terms/difference";
import { hashMaterial, hashTerms, materiality, type Terms } from "@/server/permissions/terms/terms";
import { OnePageAsk } from "./one-page-ask";
import { TermsInWords } from "./terms-in-words";

const party = (name: string) => ({ id: `id of ${name}`, name });
/** A value with something in every part, so that the walk below meets every leaf. */
const terms: Required<Terms> = {
  ...{ problem: "Crews queue", changeIdea: "Crews leave at 30 minutes", place: "The front door" },
  ...{ prediction: "Handovers are shorter", predictionBecause: "the risk is shared", riskOfNotTrying: "People wait" },
  ...{ whyLonger: "One winter shows too little", fromOn: "2027-01-04", endsOn: "2027-03-31", reversible: true },
  noHarmForeseen: true,
  takingPart: [party("OCH")],
  team: [party("Pritam")],
  risks: [
    {
      ...{
        id: "risk",
        harm: "A fall",
        whoIsAffected: "People at home",
        domain: "people",
        consequence: 3,
        likelihood: 2,
      },
      ...{ controls: "A call", earlyWarning: "A bruise", carriedBy: [party("NLA")] },
    },
  ],
  measures: [
    {
      ...{ ...party("Stays"), role: "balancing", operationalDefinition: "All who stayed", unit: "people" },
      ...{ direction: "down", rhythm: "week", counting: "count" },
      contributors: [{ ...party("Surgery"), endsOn: "2027-02-28" }],
    },
  ],
  expectedDips: [
    {
      ...{
        id: "dip",
        measure: party("4-hour figure"),
        unit: "points",
        worstValue: 60.25,
        carriedBy: [party("Council")],
      },
      ...{ fromOn: "2027-01-11", endsOn: "2027-02-07" },
    },
  ],
  stopRules: [
    { id: "in words", kind: "safety", words: "1 serious miss", onMeasure: null },
    {
      ...{ id: "on a measure", kind: "talk", words: "When the floor feels it" },
      onMeasure: {
        ...{ measure: party("Waits"), unit: "minutes", rhythm: "week", metWhen: "above" },
        ...{ threshold: 59.75, periodsRunning: 2 },
      },
    },
  ],
};

type Path = (string | number)[];
/** Every leaf of a value, however deep. */
const leavesOf = (value: unknown, path: Path = []): Path[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, part]) =>
        leavesOf(part, [...path, Array.isArray(value) ? Number(key) : key]),
      )
    : value === null
      ? []
      : [path];
const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((part, key) => (part as Record<string | number, unknown>)[key], value);

/** Another value from each closed list. */
const otherOf: Record<string, string> = {
  ...{ people: "finance", balancing: "outcome", down: "neither", week: "month", count: "ratio" },
  ...{ safety: "talk", talk: "safety", above: "at or above" },
};
function other(value: unknown): unknown {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return value + 0.5;
  const text = String(value);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return addDays(text, 1);
  return otherOf[text] ?? `${text}, differently`;
}

/** The terms with one leaf changed. Another id is another organisation, person or measure, so its name differs too. */
function changedAt(path: Path): Terms {
  const changed = structuredClone(terms);
  const key = path.at(-1) as string;
  const part = at(changed, path.slice(0, -1)) as Record<string, unknown>;
  part[key] = other(part[key]);
  if (key === "id" && "name" in part) part.name = other(part.name);
  return changed;
}

/** The page of the decision as it is read without a press: what is folded is taken out. */
const page = (of: Terms) =>
  html(<OnePageAsk ask={{ requestedBy: "Pritam", terms: of, outlooks: new Map(), others: [], promise: "" }} />).replace(
    /<details[\s\S]*?<\/details>/g,
    "",
  );
const html = (node: ReactNode) => renderToStaticMarkup(node);

const isMaterial = (path: Path) => {
  const names = path.filter((key) => typeof key === "string");
  const rule = names.reduce<unknown>(
    (table, name) => (typeof table === "object" ? (table as Record<string, unknown>)[name] : table),
    materiality,
  );
  return rule === "material" || (rule === "by id" && names.at(-1) === "id");
};

const leaves = leavesOf(terms).map((path) => [path.join("."), path] as const);
/** A risk, dip or rule has no name: the same words under another id read the same, and are another one all the same. */
const isIdOfRow = (path: Path) => path.at(-1) === "id" && !("name" in (at(terms, path.slice(0, -1)) as object));

test.each(leaves.filter(([, path]) => !isIdOfRow(path)))("I7: changing %s changes what is read", (_, path) => {
  const changed = changedAt(path);
  expect(page(changed)).not.toBe(page(terms));
  expect(html(<TermsInWords terms={changed} />)).not.toBe(html(<TermsInWords terms={terms} />));
  for (const { before, now } of differences(terms, changed)) expect(now).not.toBe(before);
});

describe.each(leaves)("I7: changing %s", (_, path) => {
  const changed = changedAt(path);
  test("changes the hash and what is shown as different", () => {
    expect(hashTerms(changed)).not.toBe(hashTerms(terms));
    expect(differences(terms, changed)).not.toEqual([]);
  });

  test("ends a permission exactly where it is material", () => {
    expect(hashMaterial(changed) !== hashMaterial(terms)).toBe(isMaterial(path));
  });
});

test("I7: the value under test has every part of the terms", () => {
  const rows = (table: object, path: string): string[] =>
    Object.entries(table).flatMap(([name, rule]) =>
      typeof rule === "object" ? rows(rule, `${path}${name}.`) : [`${path}${name}`],
    );
  const met = leaves.map(([, path]) => path.filter((key) => typeof key === "string").join("."));
  for (const leaf of rows(materiality, "")) {
    expect(
      met.some((name) => name === leaf || name.startsWith(`${leaf}.`)),
      leaf,
    ).toBe(true);
  }
});
