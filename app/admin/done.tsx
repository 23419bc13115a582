import { Notice } from "@/app/ui/notice";

/** What an administrator's page answers after an act. The address carries only the code, so nobody can put words in its mouth. */
const sentences = {
  system: "Saved. Next, add the organisations that serve in it.",
  named: "Saved. Everyone sees the new name.",
  organisations: "Saved. The organisations are in the list below.",
  "all-here": "They were all here already, so nothing was added.",
  organisation: "Saved. Everyone sees it as it is now.",
  invited: "Saved, and an e-mail with a link to sign in is on its way.",
  "not-sent": "Saved, but the e-mail could not be sent. Send it again from here a little later.",
  sent: "Sent. The link in it works for 7 days.",
  membership: "Saved. It counts from their next click.",
  "membership-ended": "Saved. After that day they see nothing of this organisation's work.",
  suspended: "Saved. They are signed out everywhere and cannot sign in.",
  lifted: "Saved. They can sign in again.",
  board: "Saved. Next, say who sits on it.",
  "board-changed": "Saved. Its members see it as it is now.",
  seat: "Saved. They see the board from their next click.",
  "seat-invited": "Saved, and an e-mail with a link to sign in is on its way.",
  "seat-ended": "Saved. After that day they do not answer for the board.",
  administrator: "Saved. They can look after this system from their next click.",
  "administrator-ended": "Saved. They do not look after this system any more.",
} as const;

export type DoneCode = keyof typeof sentences;

export function Done({ code }: { code: string | string[] | undefined }) {
  if (typeof code !== "string" || !Object.hasOwn(sentences, code)) return null;
  return (
    <Notice>
      <p>{sentences[code as DoneCode]}</p>
    </Notice>
  );
}
