import { type Theirs, whyNotTheirs } from "./why-not-theirs";

/** Why an administrator cannot change somebody's name and job, as a sentence; null when they can. Systems share a person. */
export const whyNotRename = (it: Theirs): string | null =>
  whyNotTheirs(it, {
    isSelf: "You change your own name and job in your settings.",
    worksElsewhere: ". They can change their name and job in their settings.",
  });
