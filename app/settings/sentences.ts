/** What the settings page answers after an act, by the code in its address. */
const sentences = {
  profile: "Saved. Colleagues see your name and job as they are now.",
  session: "That device is signed out.",
  connected: "Connected. You can sign in with it from now on, and we have told you by e-mail.",
  disconnected: "Disconnected. You still sign in by e-mail.",
  deputy: "Saved. They see it on their home page, and answer in your name on these days.",
  "deputy-ended": "Saved. You answer for yourself again from now on.",
  "no-answer": "The other site did not answer, so nothing was changed. Try again later.",
} as const;

export function settingsSentence(code: string | string[] | undefined): string | null {
  if (typeof code !== "string" || !Object.hasOwn(sentences, code)) return null;
  return sentences[code as keyof typeof sentences];
}
