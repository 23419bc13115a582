import { answeredForBoard, askedBoard } from "@/server/boards/journal-sentences";
import {
  answeredRequest,
  askedPermission,
  filledInDays,
  letPermissionEnd,
  repliedToQuestion,
  tookRequestBack,
} from "@/server/permissions/journal-sentences";
import { hashTerms } from "@/server/permissions/terms/terms";
import type { ExperimentRecord, RequestRecord } from "../experiment-record";
import { demoId } from "../ids";
import type { JournalAct } from "./act";
import { type DemoSystem, findRecord } from "./demo-system";
import { meetingFrom } from "./meetings";
import { termsOfRequest } from "./terms";

/** Journal entries of requests to leaders and boards, and their answers. */
export const permissionActs = (system: DemoSystem): JournalAct[] =>
  system.world.experiments.flatMap((experiment) =>
    [
      ...(experiment.requests ?? []).flatMap((request, index) => requestActs(system, experiment, request, index)),
      ...reviewActs(system, experiment),
      ...requestDraftActs(system, experiment),
    ].map((act) => ({ ...act, experiment: experiment.key })),
  );

type Request = RequestRecord<string, string>;

function requestActs(system: DemoSystem, experiment: ExperimentRecord, request: Request, index: number): JournalAct[] {
  const { world, calendar } = system;
  const requestId = demoId(`request/${experiment.key}/${index + 1}`);
  const termsHash = hashTerms(termsOfRequest(system, experiment, request));
  const nameOf = (organisation: string) => findRecord(world.organisations, organisation).name;
  const answerActs = request.answers.flatMap((given): JournalAct[] => {
    const name = nameOf(given.for);
    const words = calendar.replaceDates(given.inWords);
    const endsOn = calendar.day(given.until ?? request.until);
    const details = { requestId, organisationId: demoId(`organisation/${given.for}`), termsHash };
    const answer: JournalAct = {
      by: given.by,
      at: given.at,
      act: answeredRequest(given.answer, name, endsOn, words),
      details: { ...details, promise: given.answer === "yes" ? words : undefined },
      news: { kind: given.answer === "question" ? "question" : "answered" },
    };
    if (!given.reply) return [answer];
    const { by, at, inWords } = given.reply;
    const asker = findRecord(world.people, given.by).name;
    const act = repliedToQuestion(asker, name, calendar.replaceDates(inWords));
    return [answer, { by, at, act, news: { kind: "replied", organisationId: details.organisationId } }];
  });
  const carriers = carriersAt(experiment, request.at).map(nameOf).toSorted();
  const requestAct: JournalAct = {
    by: request.by,
    at: request.at,
    act: askedPermission(carriers, calendar.day(request.from), calendar.day(request.until)),
    details: { requestId },
    wrote: "request",
    news: { kind: "asked" },
  };
  const acts = [requestAct, ...answerActs];
  if (request.takenBack) {
    const { by, at, reason } = request.takenBack;
    acts.push({ by, at, act: tookRequestBack(reason), details: { requestId }, news: { kind: "taken back" } });
  }
  if (request.letEnd) {
    const { by, at, reason } = request.letEnd;
    acts.push({ by, at, act: letPermissionEnd(calendar.day(request.until), reason), details: { requestId } });
  }
  return acts;
}

function requestDraftActs({ calendar }: DemoSystem, { requestDraft }: ExperimentRecord): JournalAct[] {
  if (!requestDraft?.from || !requestDraft.until) return [];
  const { by, at, from, until } = requestDraft;
  return [{ by, at, act: filledInDays(calendar.day(from), calendar.day(until)), wrote: "request" }];
}

const carriersAt = ({ risks, dips = [] }: ExperimentRecord, at: string) => {
  const dipsThen = dips.filter(({ recorded, removed }) => (!recorded || recorded <= at) && (!removed || removed > at));
  return [...new Set([...risks, ...dipsThen].flatMap((one) => one.carriedBy))];
};

function reviewActs(system: DemoSystem, { key, reviews = [] }: ExperimentRecord): JournalAct[] {
  const { world, calendar } = system;
  return reviews.flatMap(({ board, by, at, question, answers }, index): JournalAct[] => {
    const reviewId = demoId(`review/${key}/${index + 1}`);
    const name = world.boards.find(({ key }) => key === board)?.name ?? board;
    return [
      { by, at, act: askedBoard(name, calendar.replaceDates(question)), news: { kind: "board asked", reviewId } },
      ...answers.map(({ answer, reason, lookAgain, ...answered }) => ({
        ...answered,
        news: { kind: "board answered" as const },
        act: answeredForBoard(name, {
          answer,
          reason: calendar.replaceDates(reason),
          lookAgainOn: lookAgain && meetingFrom(system, board, lookAgain),
        }),
      })),
    ];
  });
}
