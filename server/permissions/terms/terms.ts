import { hashJson, type Json } from "@/server/canonical";
import { type RiskField, type RiskFields, riskFieldNames, riskFields } from "@/server/risks/fields";

/** Everything a permission covers, exactly as it was put to the leaders. Organisations and people by id and by name. */
export type Terms = {
  changeIdea: string;
  place: string;
  prediction: string;
  takingPart: Party[];
  team: Party[];
  risks: ({ id: string; carriedBy: Party[] } & RiskFields)[];
  riskOfNotTrying: string;
  /** Whether it can be undone at any time; null while nobody has said. */
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
  /** With a renewal: why it is asked for longer. */
  whyLonger?: string;
  fromOn: string;
  endsOn: string;
};

/** Somebody or something that terms name: the id decides, the name is what the leader read. */
export type Party = { id: string; name: string };

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** The same terms in one order, however the rows came. */
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

/** SHA-256 of the exact terms: what the leader's answer carries. */
export const hashTerms = (terms: Terms): string => hashJson(inOrder(terms));

type Material = "material" | "by id" | "not material";
type Row<Name extends "risks" | "expectedDips" | "stopRules"> = Record<keyof Terms[Name][number], Material>;

const materialOfRisk = Object.fromEntries(
  riskFieldNames.map((name) => [name, riskFields[name].material ? "material" : "not material"]),
) as Record<RiskField, Material>;

/**
 * A change of which part makes it "terms changed", so that what was permitted covers it no longer. Where it names somebody or
 * something, the id decides and the name may be corrected. Dates belong to each request, so that asking for longer leaves what
 * was given in force.
 */
export const materiality = {
  changeIdea: "material",
  place: "material",
  prediction: "not material",
  takingPart: "by id",
  team: "by id",
  risks: {
    id: "material",
    ...materialOfRisk,
    carriedBy: "by id",
  } satisfies Row<"risks">,
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

/** SHA-256 of what is material of the terms. */
export const hashMaterial = (terms: Omit<Terms, "fromOn" | "endsOn">): string =>
  hashJson(materialOf(terms, materiality));

function materialOf(part: object, table: Record<string, Material | Record<string, Material>>): Record<string, Json> {
  const values = part as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(table).flatMap(([name, how]) => {
      const value = values[name] ?? undefined;
      if (how === "not material" || value === undefined) return [];
      if (how === "material") return [[name, value as Json]];
      if (how === "by id") return [[name, Array.isArray(value) ? value.map(idOf).toSorted() : idOf(value)]];
      const rows = (value as { id: string }[]).toSorted(byId);
      return [[name, rows.map((row) => materialOf(row, how))]];
    }),
  );
}

const idOf = (party: unknown): string => (party as Party).id;
