import { type Theirs, whyNotTheirs } from "./why-not-theirs";

/** Of either account, with whichever other accounts their person has; and whether they are linked already. */
export type Linking = Theirs & { linked: boolean };

const whyNotEither = (it: Linking): string | null =>
  whyNotTheirs(it, {
    isSelf: "It is your own account, so another administrator does this.",
    worksElsewhere: ", so whoever looks after the whole of Leeway does this.",
  });

/** Why an administrator cannot link two accounts (rule I6), as a sentence; null when they can. */
export const whyNotLink = (it: Linking): string | null =>
  it.linked ? "These two accounts are linked already." : whyNotEither(it);

/** Why an administrator cannot unlink an account from the others of its person. */
export const whyNotUnlink = (it: Linking): string | null =>
  it.linked ? whyNotEither(it) : "It is linked with no other account.";
