import type { ReactNode } from "react";

export type TagTone = "blue" | "grey" | "white" | "purple" | "plain";

const tones: Record<TagTone, string> = {
  blue: "nhsuk-tag nhsuk-tag--blue",
  grey: "nhsuk-tag nhsuk-tag--grey",
  white: "nhsuk-tag nhsuk-tag--white",
  purple: "nhsuk-tag nhsuk-tag--purple",
  plain: "nhsuk-tag nhsuk-tag--no-colour nhsuk-tag--no-border font-normal",
};

/** A state in one or two words. Blue marks what waits for somebody. There is no red, orange or green: a tag judges nobody. */
export function Tag({ tone = "white", children }: { tone?: TagTone; children: ReactNode }) {
  return <strong className={tones[tone]}>{children}</strong>;
}
