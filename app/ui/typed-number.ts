// Spaces of every kind (pasting brings no-break and thin ones), invisible marks, and commas between thousands
const ignored = /[\s\u00a0\u2000-\u200f\u2028-\u202f\u2060\ufeff]/g;
const thousands = /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/;
const plain = /^[-+]?(\d+\.?\d*|\.\d+)$/;

/** The typed number; undefined when empty; the text itself when it is not a number, so that the error can quote it. */
export function typedNumber(typed: unknown): number | string | undefined {
  if (typeof typed === "number") return Number.isNaN(typed) ? undefined : typed;
  if (typeof typed !== "string") return undefined;
  const text = typed.replace(ignored, "").replace("\u2212", "-");
  if (text === "") return undefined;
  if (thousands.test(text)) return Number(text.replaceAll(",", ""));
  return plain.test(text) ? Number(text) : typed;
}

export function problemWithNumber(value: unknown) {
  return typeof value === "string" ? "Enter a number in figures, like 12 or 12.5" : undefined;
}
