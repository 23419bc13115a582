/** Someone else saved between our reading and our saving. */
export type Conflict = { version: number; theirs: Record<string, unknown>; by: string; at: string };

export type FormProblem = { sentences: string[]; fields: Record<string, string>; conflict?: Conflict };

const inputRemains = "What you typed is still here.";

const byCode: Record<string, string> = {
  UNAUTHORIZED: `Not saved: you are signed out. Sign in again in another tab, then press the button again. ${inputRemains}`,
  FORBIDDEN: `Not saved: this is for other people to do. Load the page again to see what you can do. ${inputRemains}`,
  NOT_FOUND: `Not saved: this is not here any more, or you cannot see it. ${inputRemains}`,
  PAYLOAD_TOO_LARGE: `Not saved: this is too long. Make it shorter and try again. ${inputRemains}`,
  TOO_MANY_REQUESTS: `Not saved: that was too many tries at once. Wait a minute and try again. ${inputRemains}`,
};
const ourSide = `Not saved: something went wrong on our side. Try again. ${inputRemains}`;
const noAnswer = `Not saved: no answer came back. Check your connection and try again. ${inputRemains}`;

/**
 * The messages for an error while sending.
 * Reads what a server put in `data` (refusal, fieldErrors, conflict); an error without `data` never reached one.
 */
export function readProblem(error: unknown): FormProblem | undefined {
  if (!error) return undefined;
  const data = property(error, "data");
  if (!data || typeof data !== "object") {
    return { sentences: [isNetworkError(error) ? noAnswer : ourSide], fields: {} };
  }
  const conflict = property(data, "conflict");
  if (isConflict(conflict)) return { sentences: [], fields: {}, conflict };

  const fields = Object.fromEntries(
    Object.entries(property(data, "fieldErrors") ?? {}).flatMap(([name, messages]) => {
      const first = texts(messages)[0];
      return first ? [[name, first]] : [];
    }),
  );
  const sentences = texts(property(data, "refusal"));
  if (sentences.length === 0 && Object.keys(fields).length === 0) {
    sentences.push(byCode[String(property(data, "code"))] ?? ourSide);
  }
  return { sentences, fields };
}

function isNetworkError(error: unknown) {
  return error instanceof TypeError || property(error, "name") === "TRPCClientError";
}

function isConflict(value: unknown): value is Conflict {
  return typeof property(value, "version") === "number" && typeof property(value, "theirs") === "object";
}

function texts(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter(
    (text): text is string => typeof text === "string" && text !== "",
  );
}

function property(value: unknown, name: string): unknown {
  return value && typeof value === "object" ? (value as Record<string, unknown>)[name] : undefined;
}
