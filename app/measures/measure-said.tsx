import { Notice } from "@/app/ui/notice";

/** What is answered after an act on measures; the address carries only the code. */
const sentences = {
  defined: "Saved. The chart begins with the first result.",
  chosen: "Saved. Its chart is on this page, and results can be added.",
  "taken-off": "Saved. The experiment no longer watches it. Its results stay, because they are the system's.",
} as const;

export function MeasureSaid({ code }: { code: string | string[] | undefined }) {
  if (typeof code !== "string" || !Object.hasOwn(sentences, code)) return null;
  return (
    <Notice>
      <p>{sentences[code as keyof typeof sentences]}</p>
    </Notice>
  );
}
