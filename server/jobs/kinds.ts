import type { connect } from "@/db/client";
import { checkUpload } from "@/server/imports/check";
import { saveUploadRows } from "@/server/imports/save";
import { inWorkerIfLong } from "@/server/imports/upload-job";
import { sendUploadLetter } from "@/server/imports/upload-letter";
import { dailyTasks } from "@/server/mail/daily";
import { sendLetter, tellNews } from "@/server/mail/post";

export type JobContext = {
  database: ReturnType<typeof connect>;
  payload: unknown;
  /** A long job says now and then that it is still at it, so that nobody else takes it up. */
  keep: () => Promise<void>;
  /** Whether the server is to stop: a long job leaves off at the next good place and is taken up again. */
  isStopping: () => boolean;
};

/** What one kind of job does. It may be done twice, if the first time was broken off, and must come out the same. */
export type JobKind = (doing: JobContext) => Promise<void>;

/** The table of contents of all work that is done after the change that asked for it. */
export const jobKinds: Record<string, JobKind> = {
  news: tellNews,
  letter: sendLetter,
  "every day": dailyTasks,
  "check an upload": inWorkerIfLong("check", checkUpload),
  "save an upload": inWorkerIfLong("save", saveUploadRows),
  "letter of an upload": sendUploadLetter,
};
