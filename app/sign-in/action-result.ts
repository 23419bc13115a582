/** A server action's result: nothing on success. Thrown errors would lose their messages on the way to the browser. */
export type ActionResult = { refusal: string[]; fieldErrors: Record<string, string> } | undefined;

/** Throws a refusal as forms expect it: an error with the messages in `data`. */
export function throwIfRefused(result: ActionResult): void {
  if (result) throw Object.assign(new Error("Refused"), { data: result });
}
