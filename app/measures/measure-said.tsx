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
} as const;

export function MeasureSaid({ code }: { code: string | string[] | undefined }) {
  if (typeof code !== "string" || !Object.hasOwn(sentences, code)) return null;
  return (
    <Notice>
      <p>{sentences[code as keyof typeof sentences]}</p>
    </Notice>
  );
}
