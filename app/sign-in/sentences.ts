/** The sign-in page's error messages, by the code in its address: ours, or next-auth's. */
const problems: Record<string, string> = {
  link: "This link has been used already, or its time is over. Ask for a new one.",
  "too-many": "That was too many links at once. Wait 15 minutes, then ask again.",
  "not-connected": "Leeway does not know this account yet. Sign in by e-mail first, then connect it under Settings.",
  "unknown-person": "We could not find that person here. Choose another.",
  provider: "The other site did not sign you in. Try again, or sign in by e-mail.",
  taken: "That account is connected to someone else here. Sign out first, then sign in with it.",
  Verification: "This link has been used already, or its time is over. Ask for a new one.",
  OAuthAccountNotLinked: "That account is connected to someone else here. Sign out first, then sign in with it.",
  AccessDenied: "You could not be signed in. Ask whoever looks after Leeway where you work.",
};
const otherwise = "You could not be signed in. Try again.";

export function problemSentence(code: string | string[] | undefined): string | null {
  if (typeof code !== "string") return null;
  return (Object.hasOwn(problems, code) && problems[code]) || otherwise;
}
