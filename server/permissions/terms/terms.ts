import type { MeasureCounting, MeasureDirection, MeasureRhythm, MeasureRole, StopRuleKind } from "@/db/vocabulary";
import { hashJson, type Json } from "@/server/canonical";
import type { StopRule } from "@/server/dips/stop-rule-in-words";
import { type RiskField, type RiskFields, riskFieldNames, riskFields } from "@/server/risks/fields";

/** Everything a permission covers, exactly as sent to the leaders. */
export type Terms = {
  /** What bothers the team. */
  problem: string;
  changeIdea: string;
  place: string;
  prediction: string;
  predictionBecause: string;
  takingPart: Party[];
  team: Party[];
  risks: ({ id: string; carriedBy: Party[] } & RiskFields)[];
  /** The team's word that no harm is foreseen, where there is no risk; null otherwise. */
  noHarmForeseen?: boolean | null;
  riskOfNotTrying: string;
  /** Whether it can be undone at any time; null while unanswered. */
  reversible?: boolean | null;
  /** What the figures mean that dips, rules and results are about. */
  measures: {
    id: string;
    name: string;
    role: MeasureRole;
    operationalDefinition: string;
    unit: string;
    direction: MeasureDirection;
    rhythm: MeasureRhythm;
    counting: MeasureCounting;
    contributors: Contributor[];
  }[];
  expectedDips: {
    id: string;
    measure: Party;
    unit: string;
    fromOn: string;
    endsOn: string;
    worstValue: number;
    carriedBy: Party[];
  }[];
  stopRules: ({ id: string; kind: StopRuleKind } & StopRule)[];
  /** The reason for a renewal. */
  whyLonger?: string;
  fromOn: string;
  endsOn: string;
};

/** A person, organisation or measure in the terms: compared by id; the name is what the leader read. */
export type Party = { id: string; name: string };
/** An organisation that brings results, and its last day if its part was ended. */
export type Contributor = Party & { endsOn: string | null };

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** The terms in canonical order. */
export function inOrder(terms: Terms): Terms {
  return {
    ...terms,
    takingPart: terms.takingPart.toSorted(byId),
    team: terms.team.toSorted(byId),
    risks: terms.risks.toSorted(byId).map((risk) => ({ ...risk, carriedBy: risk.carriedBy.toSorted(byId) })),
    measures: terms.measures.toSorted(byId).map((it) => ({ ...it, contributors: it.contributors.toSorted(byId) })),
    expectedDips: terms.expectedDips.toSorted(byId).map((dip) => ({ ...dip, carriedBy: dip.carriedBy.toSorted(byId) })),
    stopRules: terms.stopRules.toSorted(byId),
  };
}

/** SHA-256 of the exact terms, stored with each answer. */
export const hashTerms = (terms: Terms): string => hashJson(inOrder(terms));

type Material = "material" | "not material";
/** One line for each leaf of a part: a forgotten one does not compile. */
type Table<Part> = { [Name in keyof Part]-?: Rule<NonNullable<Part[Name]>> };
type Rule<Value> = Value extends readonly (infer Row)[]
  ? RuleOfRow<Row>
  : Value extends object
    ? RuleOfRow<Value>
    : Material;
/** A party has one line; what says more than who it is has a table. */
type RuleOfRow<Row> = [Party] extends [Row] ? "by id" | "not material" : Table<Row>;
type AnyTable = { [name: string]: Material | "by id" | AnyTable };

const materialOfRisk = Object.fromEntries(
  riskFieldNames.map((name) => [name, riskFields[name].material ? "material" : "not material"]),
) as Record<RiskField, Material>;

/**
 * Which parts are material: changing one makes the stage "terms changed", and existing permission no longer covers it.
 * "by id": a name may be corrected. Dates are not material, so that a renewal leaves the existing permission in force.
 */
export const materiality = {
  problem: "not material",
  changeIdea: "material",
  place: "material",
  prediction: "not material",
  predictionBecause: "not material",
  takingPart: "by id",
  team: "not material",
  risks: { id: "material", ...materialOfRisk, carriedBy: "by id" },
  noHarmForeseen: "material",
  riskOfNotTrying: "not material",
  reversible: "material",
  measures: {
    id: "material",
    name: "material",
    role: "material",
    operationalDefinition: "material",
    unit: "material",
    direction: "material",
    rhythm: "material",
    counting: "material",
    contributors: { id: "material", name: "not material", endsOn: "material" },
  },
  expectedDips: {
    id: "material",
    measure: "by id",
    unit: "not material",
    fromOn: "material",
    endsOn: "material",
    worstValue: "material",
    carriedBy: "by id",
  },
  stopRules: {
    id: "material",
    kind: "material",
    words: "material",
    onMeasure: {
      measure: "by id",
      unit: "not material",
      rhythm: "not material",
      metWhen: "material",
      threshold: "material",
      periodsRunning: "material",
    },
  },
  whyLonger: "not material",
  fromOn: "not material",
  endsOn: "not material",
} satisfies Table<Terms>;

/** SHA-256 of the material parts of the terms. */
export const hashMaterial = (terms: Omit<Terms, "fromOn" | "endsOn">): string =>
  hashJson(materialOf(terms, materiality));

function materialOf(part: object, table: AnyTable): Record<string, Json> {
  const values = part as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(table).flatMap(([name, rule]) => {
      const value = values[name] ?? undefined;
      if (rule === "not material" || value === undefined) return [];
      if (rule === "material") return [[name, value as Json]];
      const each = (row: object) => (rule === "by id" ? (row as Party).id : materialOf(row, rule));
      return [[name, Array.isArray(value) ? (value as Party[]).toSorted(byId).map(each) : each(value)]];
    }),
  );
}
