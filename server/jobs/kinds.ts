import type { connect } from "@/db/client";
import { checkUpload } from "@/server/imports/check";
import { sendUploadLetter } from "@/server/imports/letter";
import { saveUpload } from "@/server/imports/save";
import { apartIfLong } from "@/server/imports/upload-job";
import { everyDay } from "@/server/mail/daily";
import { sendLetter, tellNews } from "@/server/mail/post";

export type Doing = {
  database: ReturnType<typeof connect>;
  payload: unknown;
  /** A long job says now and then that it is still at it, so that nobody else takes it up. */
  keep: () => Promise<void>;
  /** Whether the server is to stop: a long job leaves off at the next good place and is taken up again. */
  isStopping: () => boolean;
};

/** What one kind of job does. It may be done twice, if the first time was broken off, and must come out the same. */
export type Kind = (doing: Doing) => Promise<void>;

/** The table of contents of all work that is done after the change that asked for it. */
export const kinds: Record<string, Kind> = {
  news: tellNews,
  letter: sendLetter,
  "every day": everyDay,
  "check an upload": apartIfLong("check", checkUpload),
  "save an upload": apartIfLong("save", saveUpload),
  "letter of an upload": sendUploadLetter,
};
