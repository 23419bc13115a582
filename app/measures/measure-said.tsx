import { Notice } from "@/app/ui/notice";

/** What is answered after an act on measures; the address carries only the code. */
const sentences = {
  defined: "Saved. The chart begins with the first result.",
  chosen: "Saved. Its chart is on this page, and results can be added.",
  "taken-off": "Saved. The experiment no longer watches it. Its results stay, because they are the system's.",
  rebased: "Saved. The chart has new limits from then on, and the old ones stay in grey.",
  "rebase-removed": "Saved. The new limits are taken back, and the page for limits keeps the trace.",
  "left-out": "Saved. The result is hollow and crossed, and makes no limits.",
  "put-back": "Saved. The result counts again.",
  noted: "Saved. The note stands on the chart.",
  "note-removed": "Saved. The note is off the chart; the history keeps it.",
  redefined: "Saved. The definition and the chart say so from now on, and the history keeps what was before.",
  "counted-anew":
    "Saved, and noted on the chart. Older results may not compare with newer ones. If the figures move because of it, set the limits anew from the first period counted this way.",
  "contributor-added": "Saved. From that day on the chart waits for its part too.",
  "contribution-ended": "Saved. After that day the chart no longer waits for it.",
} as const;

export function MeasureSaid({ code }: { code: string | string[] | undefined }) {
  if (typeof code !== "string" || !Object.hasOwn(sentences, code)) return null;
  return (
    <Notice>
      <p>{sentences[code as keyof typeof sentences]}</p>
    </Notice>
  );
}
