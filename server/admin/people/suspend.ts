import { type Theirs, whyNotTheirs } from "./why-not-theirs";

/** Why an administrator cannot suspend a person, as a sentence; null when they can. They must administer all the person's systems. */
export const whyNotSuspend = (it: Theirs): string | null =>
  whyNotTheirs(it, {
    isSelf: "You cannot suspend yourself.",
    worksElsewhere: ". End their membership here instead.",
  });
