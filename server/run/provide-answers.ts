import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { answerCall } from "@/server/calls/answer";
import { answerBeforeNext } from "@/server/calls/before-next";
import { answerStaticFile, readStaticFiles } from "./static-files";

/** How web-server.mjs, which is not bundled, gets what is bundled: what to answer before Next. Not there while developing. */
export type AnswersGlobal = { leewayProvideAnswers?: (answer: AnswerFirst) => void };
/** Answers a call or a file, and says whether it was one; if not, Next answers. */
export type AnswerFirst = (request: IncomingMessage, response: ServerResponse) => boolean;

export function provideAnswers(): void {
  const { leewayProvideAnswers } = globalThis as AnswersGlobal;
  if (!leewayProvideAnswers) return;
  const files = readStaticFiles(join(/* turbopackIgnore: true */ process.cwd(), ".next"));
  leewayProvideAnswers(
    (request, response) =>
      answerStaticFile(files, request, response) || answerBeforeNext(request, response, answerCall),
  );
}
