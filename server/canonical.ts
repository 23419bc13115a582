import { createHash } from "node:crypto";

export type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain | undefined };

/** The one way to write a plain value as text: keys in order, nothing left to chance. Throws on what JSON cannot keep. */
export function canonical(value: Plain): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const kept = Object.keys(value)
      .sort()
      .flatMap((key) => (value[key] === undefined ? [] : [`${JSON.stringify(key)}:${canonical(value[key])}`]));
    return `{${kept.join(",")}}`;
  }
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError(`${value} has no place in a document`);
  return JSON.stringify(value);
}

/** SHA-256 of the canonical text, in hexadecimal. */
export const fingerprint = (value: Plain): string => createHash("sha256").update(canonical(value)).digest("hex");
