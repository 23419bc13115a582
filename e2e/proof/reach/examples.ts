import { z } from "zod";

/** Ids and texts of the demo world for examples, by field name. */
export type KnownFields = Readonly<Record<string, unknown>>;

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

/** Fields with the same example everywhere. */
const fixedFields: KnownFields = {
  email: "somebody@larkmoor.example",
  list: "Penwick Council, PWC, council",
  consequence: 3,
  likelihood: 2,
  knownAt: "2026-06-01T09:00:00Z",
  unit: "people",
  studied: "Fewer people waited",
  termsHash: "0".repeat(64),
  highestScores: { people: 6 },
  ...{ startTime: "2pm", endTime: "4pm" },
  ...{ metWhen: "above", threshold: 12, periodsRunning: 1 },
};

/**
 * An example input for a procedure, made from its schema: known fields get their known value, others a value of their
 * type. So a new procedure needs no example of its own, unless it has a field of a new kind.
 */
export function exampleOf(inputs: readonly unknown[], known: KnownFields): Example {
  const schemas = inputs.map((input) => z.toJSONSchema(input as z.ZodType, { io: "input", unrepresentable: "any" }));
  if (schemas.length === 0) return { input: undefined, required: [] };
  const objects = schemas.flatMap((schema) => parts(schema as Schema));
  const input = Object.assign({}, ...objects.map((object) => exampleFor(object, "", known)));
  return { input, required: objects.flatMap((object) => object.required ?? []) };
}

const parts = (schema: Schema): Schema[] => (schema.allOf ? schema.allOf.flatMap(parts) : [schema]);

function exampleFor(schema: Schema, name: string, known: KnownFields): unknown {
  const [type] = [schema.type].flat();
  if (type === "array") return [exampleFor(schema.items ?? {}, singular(name), known)];
  if (name in known) return known[name];
  if (name in fixedFields) return fixedFields[name];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [either] = schema.anyOf ?? schema.oneOf ?? [];
  if (either) return exampleFor(either, name, known);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => exampleFor(part, name, known)));
  if (type === "object") return exampleForObject(schema, known);
  if (type === "boolean") return true;
  if (type === "number" || type === "integer") return Math.max(1, schema.minimum ?? 1);
  if (schema.format === "uuid" || /Id$/.test(name)) return crypto.randomUUID();
  if (schema.format === "date" || /(On|^day)$/.test(name)) return known.aDay;
  return "A few words";
}

/** Required and known fields only, because optional fields may exclude one another. */
function exampleForObject(
  { properties = {}, required = [], propertyNames, additionalProperties }: Schema,
  known: KnownFields,
) {
  const included = Object.entries(properties).filter(
    ([name]) => required.includes(name) || name in known || name in fixedFields,
  );
  const keys = propertyNames?.enum ?? [];
  const values = typeof additionalProperties === "object" ? additionalProperties : {};
  return Object.fromEntries([
    ...included.map(([name, schema]) => [name, exampleFor(schema, name, known)]),
    ...keys.map((name) => [name, exampleFor(values, "", known)]),
  ]);
}

const singular = (name: string) => name.replace(/s$/, "");
