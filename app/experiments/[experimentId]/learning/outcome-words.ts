import type { ConclusionOutcome } from "@/db/vocabulary";

/** Labels and hints for the form, and sentences for a conclusion. */
export const outcomesInWords: Record<ConclusionOutcome, { label: string; hint: string; ended: string }> = {
  adopt: { label: "Adopt", hint: "It helped, and we keep it", ended: "It helped, and it is kept" },
  adapt: { label: "Adapt", hint: "It helped in part, and we change it", ended: "It helped in part, and it is changed" },
  abandon: { label: "Abandon", hint: "It did not help, and we leave it", ended: "It did not help, and it is left" },
  "cannot tell": {
    label: "Cannot tell",
    hint: "We do not know whether it helped",
    ended: "Nobody can tell whether it helped",
  },
  "stopped early": {
    label: "Stopped early",
    hint: "We ended it before we could know",
    ended: "It was stopped before anyone could know",
  },
};
