/** A journal entry as a sentence: who, what, and a full stop unless the words bring their own end. */
export function asSentence(by: string | null, act: string): string {
  const said = `${by ?? "A stop rule"} ${act.trim()}`;
  return /[.!?…]["'”’]?$/u.test(said) ? said : `${said}.`;
}
