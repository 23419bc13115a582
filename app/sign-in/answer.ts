/** What a server action says to a form: nothing when it went well. Thrown errors lose their words on the way to the browser. */
export type Answer = { refusal: string[]; fieldErrors: Record<string, string> } | undefined;

/** Makes a refusal what a form expects of anything it sends to: an error with the words in `data`. */
export function orThrow(answer: Answer): void {
  if (answer) throw Object.assign(new Error("Refused"), { data: answer });
}
