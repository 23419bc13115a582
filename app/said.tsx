import { Notice } from "@/app/ui/notice";

/** What the product answers after an act. The address carries only the code, so nobody can put words in its mouth. */
const sentences = {
  noted: "Saved. Only your team sees it until you show it to others or ask for permission.",
  changed: "Saved. Everyone who looks at it sees the new words.",
  shared: "Saved. Everyone in the system can see it now.",
  team: "Saved. The team has changed.",
  "risk-recorded": "Saved. Naming what could go wrong is what makes trying safe.",
  "risk-changed": "Saved. If permission was given for the old words, the leaders are asked again.",
  "risk-removed": "Saved. The risk is off the list; the history keeps it.",
  "not-trying": "Saved. Leaders read this beside your risks.",
  dip: "Saved. The dip is part of what you ask permission for.",
  "measure-chosen": "Saved. Now anyone can see how you will know whether it works.",
  rule: "Saved. The rule is part of what you ask permission for.",
  kept: "Saved. Nothing is sent yet.",
  "taken-back": "Saved. The request is taken back, and nobody needs to answer it.",
  "answered-yes": "Saved. The team knows now that you have their back.",
  "answered-yes with conditions": "Saved. The team reads what you changed. It holds once they accept.",
  accepted: "Saved. The permission holds as the leader gave it, and both sides can read it.",
  replied: "Sent. The leader reads your reply above the answer. The clock keeps running.",
  "let-end": "Saved. It ends by itself. Thank you for trying, and for knowing when it is enough.",
  "answered-question": "Saved. The team sees your question, and you can still answer.",
  "answered-not this time": "Saved. The team sees your reason. Thank you for saying it plainly.",
  withdrawn: "Saved. What it covered stops now, and the team has been told why.",
  started: "It is running. Good luck, and thank you for trying.",
  "keep-paused": "Saved. It stays paused, and the team has been told why. Thank you.",
  "end-permission": "Saved. Your permission has ended, it stays paused, and the team has been told why.",
  "go-on": "Saved. It goes on, and the team has been told. Thank you.",
  fix: "Sent. The leaders read it before they decide. It stays paused until then.",
  "went-on": "Saved. It goes on, and everyone can read what was done.",
  "cycle-planned": "Saved. It stands on the charts from its first day on.",
  "cycle-changed": "Saved. Everyone who looks at it sees what came of it.",
  "review-asked": "Sent. The board sees your question now, and you see its answer here.",
  "review-answered": "Sent. The team and the whole system can read the answer and the reason.",
  "standing-given": "Saved. Teams see it now, and what fits may start today without asking.",
  "standing-withdrawn": "Saved. Nothing starts by it from now on, and everyone can read why.",
} as const;

export type SaidCode = keyof typeof sentences;

export function Said({ code }: { code: string | string[] | undefined }) {
  if (typeof code !== "string" || !Object.hasOwn(sentences, code)) return null;
  return (
    <Notice>
      <p>{sentences[code as SaidCode]}</p>
    </Notice>
  );
}
