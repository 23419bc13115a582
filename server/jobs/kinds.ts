import { sendLinkLetter } from "@/server/admin/people/link-letter";
import { verifyFactsNightly } from "@/server/facts/nightly";
import { checkUpload } from "@/server/imports/check";
import { saveUploadRows } from "@/server/imports/save";
import { inWorkerIfLong } from "@/server/imports/upload-job";
import { sendUploadLetter } from "@/server/imports/upload-letter";
import type { JobKind } from "@/server/jobs/job";
import { leaderLetters } from "@/server/leaders/letters";
import { dailyTasks } from "@/server/mail/daily";
import { enqueueLetters, sendLetter } from "@/server/mail/post";
import { unansweredLetters } from "@/server/permissions/handover/unanswered-letter";
import { standingLetters } from "@/server/standing/letters";

/** The kinds of background jobs. */
export const jobKinds: Record<string, JobKind> = {
  news: enqueueLetters,
  letter: sendLetter,
  "letters of a leader": leaderLetters,
  "letters of a standing permission": standingLetters,
  "letter of linked accounts": sendLinkLetter,
  "letter of nobody answering": unansweredLetters,
  "every day": dailyTasks,
  "verify the facts": verifyFactsNightly,
  "check an upload": inWorkerIfLong("check", checkUpload),
  "save an upload": inWorkerIfLong("save", saveUploadRows),
  "letter of an upload": sendUploadLetter,
};
