import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { type FieldValues, get, type Resolver, set } from "react-hook-form";
import type * as z from "zod/mini";
import type { FieldFacts } from "./form-context";

/** Validates by the schema; a field's own check overrides its message (half a date, a word for a number). */
export function resolverFor(
  schema: Pick<z.core.$ZodType<FieldValues, FieldValues>, "~standard">,
  fields: ReadonlyMap<string, FieldFacts>,
): Resolver<FieldValues> {
  const bySchema = standardSchemaResolver<FieldValues, unknown, FieldValues>(schema);
  return async (formValues, context, options) => {
    const values = structuredClone(formValues);
    for (const [name, { empty }] of fields) {
      if (empty !== undefined && (get(values, name) ?? null) === null) set(values, name, empty);
    }
    const result = await bySchema(values, context, options);
    const errors = { ...result.errors };
    for (const [name, { check }] of fields) {
      const message = check?.(get(values, name));
      if (message) set(errors, name, { type: "typed", message });
    }
    return Object.keys(errors).length > 0 ? { values: {}, errors } : result;
  };
}
