/** A text on one line of the console, with its control characters escaped, so that nothing typed can look like another line. */
export const onOneLine = (text: string): string =>
  text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (character) => {
    if (character === "\n") return "\\n";
    return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
  });

type Caused = Error & { cause?: unknown; query?: string; code?: string; constraint?: string };

/**
 * An error for the log, on one line: of a failed query its text, which has placeholders, and the database's code, but none of
 * its parameters. The database's own sentence may quote them, except in errors of the schema and of our triggers.
 */
export function errorInLog(error: unknown): string {
  if (!(error instanceof Error)) return onOneLine(String(error));
  const { name, message, query, cause, code, constraint, stack } = error as Caused;
  const parts: string[] = [];
  if (query !== undefined) parts.push(`a query failed: ${query}`);
  else if (code !== undefined && /^[0-9A-Z]{5}$/.test(code))
    parts.push(`${code} ${constraint ?? sentenceOf(code, message)}`);
  else parts.push(`${name}: ${message}`);
  const frames = (stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  if (cause !== undefined) parts.push(errorInLog(cause));
  else parts.push(...frames.slice(0, 3).map((frame) => frame.trim()));
  return onOneLine(parts.filter(Boolean).join(" < "));
}

const sentenceOf = (code: string, message: string) => (code.startsWith("42") ? message : "");
