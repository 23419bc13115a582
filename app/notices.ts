/**
 * What the product says after a change, by the code in the address of the page that it leads to. The address carries only
 * the code, so that nobody can make up a text. Codes without a sentence belong to pages whose heading says it.
 */
const sentences = {
  // experiments
  "idea noted": "Saved. Only your team sees it until you show it to others or ask for permission.",
  "experiment changed": "Saved. Everyone who looks at it sees the new words.",
  "experiment shared": "Saved. Everyone in the system can see it now.",
  "experiment started": "It is running. Good luck, and thank you for trying.",
  "experiment paused": null,
  "experiment ended": null,
  "experiment concluded": null,
  "experiment goes on": "Saved. It goes on, and everyone can read what was done.",
  "cycle planned": "Saved. It stands on the charts from its first day on.",
  "cycle changed": "Saved. Everyone who looks at it sees what came of it.",

  // risks and dips
  "risk recorded": "Saved. Naming what could go wrong is what makes trying safe.",
  "risk changed": "Saved. If permission was given for the old words, the leaders are asked again.",
  "risk removed": "Saved. The risk is off the list; the history keeps it.",
  "no harm foreseen": "Saved. It is part of what you ask permission for, and scores 1.",
  "harm foreseen": "Saved. Say what could go wrong before you ask or start.",
  "risk of not trying": "Saved. Leaders read this beside your risks.",
  "dip expected": "Saved. The dip is part of what you ask permission for.",
  "stop rule set": "Saved. The rule is part of what you ask permission for.",

  // permission
  "draft kept": "Saved. Nothing is sent yet.",
  "request taken back": "Saved. The request is taken back, and nobody needs to answer it.",
  "answered yes": "Saved. The team knows now that you have their back.",
  "answered yes with conditions": "Saved. The team reads what you changed. It holds once they accept.",
  "answered question": "Saved. The team sees your question, and you can still answer.",
  "answered not this time": "Saved. The team sees your reason. Thank you for saying it plainly.",
  "question replied to": "Sent. The leader reads your reply above the answer. The clock keeps running.",
  "conditions accepted": "Saved. The permission holds as the leader gave it, and both sides can read it.",
  "permission withdrawn": "Saved. What it covered stops now, and the team has been told why.",
  "permission let end": "Saved. It ends by itself. Thank you for trying, and for knowing when it is enough.",
  "fix said": "Sent. The leaders read it before they decide. It stays paused until then.",
  "decided to keep paused": "Saved. It stays paused, and the team has been told why. Thank you.",
  "decided to end permission": "Saved. Your permission has ended, it stays paused, and the team has been told why.",
  "decided to go on": "Saved. It goes on, and the team has been told. Thank you.",
  "standing permission given": "Saved. Teams see it now, and what fits may start today without asking.",
  "floor confirmed": "Saved. It holds now, and what fits may start without asking.",
  "floor proposed": "Saved. It allows nothing until somebody of another organisation confirms it.",
  "standing permission withdrawn": "Saved. Nothing starts by it from now on, and everyone can read why.",

  // boards
  "review asked": "Sent. The board sees your question now, and you see its answer here.",
  "review answered": "Sent. The team and the whole system can read the answer and the reason.",

  // measures
  "measure defined": "Saved. The chart begins with the first result.",
  "measure redefined": "Saved. The definition and the chart say so from now on, and the history keeps what was before.",
  "measure counted anew":
    "Saved, and noted on the chart. Older results may not compare with newer ones. If the figures move because of it, set the limits anew from the first period counted this way.",
  "measure chosen": "Saved. Its chart is on this page, and results can be added.",
  "measure chosen for asking": "Saved. Now anyone can see how you will know whether it works.",
  "measure taken off": "Saved. The experiment no longer watches it. Its results stay, because they are the system's.",
  "limits set anew": "Saved. The chart has new limits from then on, and the old ones stay in grey.",
  "new limits taken back": "Saved. The new limits are taken back, and the page for limits keeps the trace.",
  "result left out": "Saved. The result is hollow and crossed, and makes no limits.",
  "result put back": "Saved. The result counts again.",
  "note added": "Saved. The note stands on the chart.",
  "note removed": "Saved. The note is off the chart; the history keeps it.",
  "contributor added": "Saved. From that day on the chart waits for its part too.",
  "contribution ended": "Saved. After that day the chart no longer waits for it.",

  // administration
  "system added": "Saved. Next, add the organisations that serve in it.",
  "permission limits saved": "Saved. It counts for requests from now on.",
  "system named": "Saved. Everyone sees the new name.",
  "organisations added": "Saved. The organisations are in the list below.",
  "organisations all here": "They were all here already, so nothing was added.",
  "organisation changed": "Saved. Everyone sees it as it is now.",
  "person invited": "Saved, and an e-mail with a link to sign in is on its way.",
  "invitation not sent": "Saved, but the e-mail could not be sent. Send it again from here a little later.",
  "invitation sent": "Sent. The link in it works for 7 days.",
  "membership added": "Saved. It counts from their next click.",
  "leader proposed":
    "Saved. They work there from their next click, and answer for it once a second person confirms it.",
  "leader confirmed": "Saved. They answer for it now, and its other leaders are told.",
  "leader declined": "Saved. They only work there, and who proposed it is told why.",
  "accounts linked": "Saved. They count as one person from now on, and both are told.",
  "accounts unlinked": "Saved. They are two people from now on, and both are told.",
  "accounts kept apart": "Saved. They are two people, and are not listed again.",
  "membership ended": "Saved. After that day they see nothing of this organisation's work.",
  "person renamed": "Saved. What they signed before keeps the name and job they had then.",
  "person suspended": "Saved. They are signed out everywhere and cannot sign in.",
  "suspension lifted": "Saved. They can sign in again.",
  "board added": "Saved. Next, say who sits on it.",
  "board changed": "Saved. Its members see it as it is now.",
  "seat given": "Saved. They see the board from their next click.",
  "seat ended": "Saved. After that day they do not answer for the board.",
  "administrator named": "Saved. They can look after this system from their next click.",
  "administrator ended": "Saved. They do not look after this system any more.",

  // the person's own account
  "profile changed": "Saved. Colleagues see your name and job as they are now.",
  "session ended": "That device is signed out.",
  "account connected": "Connected. You can sign in with it from now on, and we have told you by e-mail.",
  "account disconnected": "Disconnected. You still sign in by e-mail.",
  "account not connected": "The other site did not answer, so nothing was changed. Try again later.",
  "deputy named": "Saved. They see it on their home page, and answer in your name on these days.",
  "deputy ended": "Saved. You answer for yourself again from now on.",
  "signed out": "You are signed out.",
  "signed out everywhere": "You are signed out here and on every other device.",
} as const satisfies Record<string, string | null>;

export type NoticeCode = keyof typeof sentences;

type Search = Record<string, string | string[] | undefined>;

/** Returns the code in an address, if it is a known one. */
export function noticeIn({ notice }: Search): NoticeCode | undefined {
  return typeof notice === "string" && Object.hasOwn(sentences, notice) ? (notice as NoticeCode) : undefined;
}

export function noticeSentence(search: Search): string | null {
  const code = noticeIn(search);
  return code ? sentences[code] : null;
}
