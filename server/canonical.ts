import { createHash } from "node:crypto";

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

/** A value as JSON with sorted keys, so that equal values give equal text. @throws {RangeError} for numbers that JSON cannot hold */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const members = Object.keys(value)
      .sort()
      .flatMap((key) => (value[key] === undefined ? [] : [`${JSON.stringify(key)}:${canonicalJson(value[key])}`]));
    return `{${members.join(",")}}`;
  }
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError(`${value} has no place in a document`);
  return JSON.stringify(value);
}

/** SHA-256 of the canonical JSON, in hexadecimal. */
export const hashJson = (value: Json): string => createHash("sha256").update(canonicalJson(value)).digest("hex");
