import { hashJson, type Json } from "@/server/canonical";
import { type RiskField, type RiskFields, riskFieldNames, riskFields } from "@/server/risks/fields";

/** Everything a permission covers, exactly as sent to the leaders. */
export type Terms = {
  changeIdea: string;
  place: string;
  prediction: string;
  takingPart: Party[];
  team: Party[];
  risks: ({ id: string; carriedBy: Party[] } & RiskFields)[];
  /** The team's word that no harm is foreseen, where there is no risk; null otherwise. */
  noHarmForeseen?: boolean | null;
  riskOfNotTrying: string;
  /** Whether it can be undone at any time; null while unanswered. */
  reversible?: boolean | null;
  expectedDips: {
    id: string;
    measure: Party;
    unit: string;
    fromOn: string;
    endsOn: string;
    worstValue: number;
    carriedBy: Party[];
  }[];
  stopRules: { id: string; kind: string; words: string }[];
  /** The reason for a renewal. */
  whyLonger?: string;
  fromOn: string;
  endsOn: string;
};

/** A person, organisation or measure in the terms: compared by id; the name is what the leader read. */
export type Party = { id: string; name: string };

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** The terms in canonical order. */
export function inOrder(terms: Terms): Terms {
  return {
    ...terms,
    takingPart: terms.takingPart.toSorted(byId),
    team: terms.team.toSorted(byId),
    risks: terms.risks.toSorted(byId).map((risk) => ({ ...risk, carriedBy: risk.carriedBy.toSorted(byId) })),
    expectedDips: terms.expectedDips.toSorted(byId).map((dip) => ({ ...dip, carriedBy: dip.carriedBy.toSorted(byId) })),
    stopRules: terms.stopRules.toSorted(byId),
  };
}

/** SHA-256 of the exact terms, stored with each answer. */
export const hashTerms = (terms: Terms): string => hashJson(inOrder(terms));

type Material = "material" | "by id" | "not material";
type Row<Name extends "risks" | "expectedDips" | "stopRules"> = Record<keyof Terms[Name][number], Material>;

const materialOfRisk = Object.fromEntries(
  riskFieldNames.map((name) => [name, riskFields[name].material ? "material" : "not material"]),
) as Record<RiskField, Material>;

/**
 * Which parts are material: changing one makes the stage "terms changed", and existing permission no longer covers it.
 * "by id": a name may be corrected. Dates are not material, so that a renewal leaves the existing permission in force.
 */
export const materiality = {
  changeIdea: "material",
  place: "material",
  prediction: "not material",
  takingPart: "by id",
  team: "not material",
  risks: {
    id: "material",
    ...materialOfRisk,
    carriedBy: "by id",
  } satisfies Row<"risks">,
  noHarmForeseen: "material",
  riskOfNotTrying: "not material",
  reversible: "material",
  expectedDips: {
    id: "material",
    measure: "by id",
    unit: "not material",
    fromOn: "material",
    endsOn: "material",
    worstValue: "material",
    carriedBy: "by id",
  } satisfies Row<"expectedDips">,
  stopRules: { id: "material", kind: "material", words: "material" } satisfies Row<"stopRules">,
  whyLonger: "not material",
  fromOn: "not material",
  endsOn: "not material",
} satisfies Record<keyof Terms, Material | Record<string, Material>>;

/** SHA-256 of the material parts of the terms. */
export const hashMaterial = (terms: Omit<Terms, "fromOn" | "endsOn">): string =>
  hashJson(materialOf(terms, materiality));

function materialOf(part: object, table: Record<string, Material | Record<string, Material>>): Record<string, Json> {
  const values = part as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(table).flatMap(([name, rule]) => {
      const value = values[name] ?? undefined;
      if (rule === "not material" || value === undefined) return [];
      if (rule === "material") return [[name, value as Json]];
      if (rule === "by id") return [[name, Array.isArray(value) ? value.map(idOf).toSorted() : idOf(value)]];
      const rows = (value as { id: string }[]).toSorted(byId);
      return [[name, rows.map((row) => materialOf(row, rule))]];
    }),
  );
}

const idOf = (party: unknown): string => (party as Party).id;
