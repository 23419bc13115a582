import { checkUpload } from "@/server/imports/check";
import { saveUploadRows } from "@/server/imports/save";
import { inWorkerIfLong } from "@/server/imports/upload-job";
import { sendUploadLetter } from "@/server/imports/upload-letter";
import type { JobKind } from "@/server/jobs/job";
import { dailyTasks } from "@/server/mail/daily";
import { sendLetter, tellNews } from "@/server/mail/post";

/** All work that is done after the change that enqueued it. */
export const jobKinds: Record<string, JobKind> = {
  news: tellNews,
  letter: sendLetter,
  "every day": dailyTasks,
  "check an upload": inWorkerIfLong("check", checkUpload),
  "save an upload": inWorkerIfLong("save", saveUploadRows),
  "letter of an upload": sendUploadLetter,
};
