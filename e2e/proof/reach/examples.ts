import { z } from "zod";

/** What of the demo world an example is made of: ids and words by the name of the field they stand in. */
export type Known = Readonly<Record<string, unknown>>;

type Schema = {
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  items?: Schema;
  minimum?: number;
  default?: unknown;
  propertyNames?: Schema;
  additionalProperties?: Schema | boolean;
};
type Example = { input: Record<string, unknown> | undefined; required: string[] };

/** Fields whose example is the same wherever they stand. */
const anywhere: Known = {
  email: "somebody@larkmoor.example",
  list: "Penwick Council, PWC, council",
  consequence: 3,
  likelihood: 2,
  knownAt: "2026-06-01T09:00:00Z",
  unit: "people",
  termsHash: "0".repeat(64),
  highestScores: { people: 6 },
  ...{ startTime: "2pm", endTime: "4pm" },
  ...{ metWhen: "above", threshold: 12, periodsRunning: 1 },
};

/**
 * An example of what a procedure takes, made from its own schema: a field that is known gets what is known of it, any other
 * what its type allows. So a new procedure has one by itself, unless it asks for something nobody has heard of.
 */
export function exampleOf(inputs: readonly unknown[], known: Known): Example {
  const schemas = inputs.map((input) => z.toJSONSchema(input as z.ZodType, { io: "input", unrepresentable: "any" }));
  if (schemas.length === 0) return { input: undefined, required: [] };
  const objects = schemas.flatMap((schema) => parts(schema as Schema));
  const input = Object.assign({}, ...objects.map((object) => fill(object, "", known)));
  return { input, required: objects.flatMap((object) => object.required ?? []) };
}

const parts = (schema: Schema): Schema[] => (schema.allOf ? schema.allOf.flatMap(parts) : [schema]);

function fill(schema: Schema, name: string, known: Known): unknown {
  const [type] = [schema.type].flat();
  if (type === "array") return [fill(schema.items ?? {}, singular(name), known)];
  if (name in known) return known[name];
  if (name in anywhere) return anywhere[name];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [either] = schema.anyOf ?? schema.oneOf ?? [];
  if (either) return fill(either, name, known);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => fill(part, name, known)));
  if (type === "object") return fillObject(schema, known);
  if (type === "boolean") return true;
  if (type === "number" || type === "integer") return Math.max(1, schema.minimum ?? 1);
  if (schema.format === "uuid" || /Id$/.test(name)) return crypto.randomUUID();
  if (schema.format === "date" || /(On|^day)$/.test(name)) return known.aDay;
  return "A few words";
}

/** What must be there, and what is known; the rest is left out, so that one field does not forbid another. */
function fillObject({ properties = {}, required = [], propertyNames, additionalProperties }: Schema, known: Known) {
  const kept = Object.entries(properties).filter(
    ([name]) => required.includes(name) || name in known || name in anywhere,
  );
  const keys = propertyNames?.enum ?? [];
  const values = typeof additionalProperties === "object" ? additionalProperties : {};
  return Object.fromEntries([
    ...kept.map(([name, schema]) => [name, fill(schema, name, known)]),
    ...keys.map((name) => [name, fill(values, "", known)]),
  ]);
}

const singular = (name: string) => name.replace(/s$/, "");
