import { answeredForBoard, askedBoard } from "@/server/boards/journal-sentences";
import {
  answeredRequest,
  askedPermission,
  filledInDays,
  repliedToQuestion,
  tookRequestBack,
} from "@/server/permissions/journal-sentences";
import { hashTerms } from "@/server/permissions/terms/terms";
import type { ExperimentRecord, RequestRecord } from "../experiment-record";
import { demoId } from "../ids";
import type { Act } from "./act";
import { termsOf } from "./terms";
import { known, type Told } from "./told";

/** What teams asked of leaders and boards, and what those answered. */
export const permissionActs = (it: Told): Act[] =>
  it.world.experiments.flatMap((experiment) =>
    [
      ...(experiment.requests ?? []).flatMap((request, index) => asking(it, experiment, request, index)),
      ...reviewing(it, experiment),
      ...draftOf(it, experiment),
    ].map((act) => ({ ...act, experiment: experiment.key })),
  );

type Request = RequestRecord<string, string>;

function asking(it: Told, experiment: ExperimentRecord, request: Request, index: number): Act[] {
  const { world, calendar } = it;
  const requestId = demoId(`request/${experiment.key}/${index + 1}`);
  const termsHash = hashTerms(termsOf(it, experiment, request));
  const nameOf = (organisation: string) => known(world.organisations, organisation).name;
  const answered = request.answers.flatMap((given): Act[] => {
    const name = nameOf(given.for);
    const words = calendar.words(given.inWords);
    const endsOn = calendar.day(given.until ?? request.until);
    const details = { requestId, organisationId: demoId(`organisation/${given.for}`), termsHash };
    const answer = {
      by: given.by,
      at: given.at,
      act: answeredRequest(given.answer, name, endsOn, words),
      details: { ...details, promise: given.answer === "yes" ? words : undefined },
    };
    if (!given.reply) return [answer];
    const { by, at, inWords } = given.reply;
    const asker = known(world.people, given.by).name;
    return [answer, { by, at, act: repliedToQuestion(asker, name, calendar.words(inWords)) }];
  });
  const carriers = carriersOf(experiment, request.at).map(nameOf).toSorted();
  const asked = {
    by: request.by,
    at: request.at,
    act: askedPermission(carriers, calendar.day(request.from), calendar.day(request.until)),
    details: { wrote: true, requestId },
  };
  if (!request.takenBack) return [asked, ...answered];
  const { by, at, reason } = request.takenBack;
  return [asked, ...answered, { by, at, act: tookRequestBack(reason), details: { requestId } }];
}

/** What is filled in of a request that is not sent. */
function draftOf({ calendar }: Told, { asking }: ExperimentRecord): Act[] {
  if (!asking?.from || !asking.until) return [];
  const [from, until] = [calendar.day(asking.from), calendar.day(asking.until)];
  const { by, at } = asking;
  return [{ by, at, act: filledInDays(from, until), details: { wrote: true } }];
}

const carriersOf = ({ risks, dips = [] }: ExperimentRecord, at: string) => {
  const there = dips.filter(({ recorded, removed }) => (!recorded || recorded <= at) && (!removed || removed > at));
  return [...new Set([...risks, ...there].flatMap((one) => one.carriedBy))];
};

function reviewing({ world, calendar }: Told, { reviews = [] }: ExperimentRecord): Act[] {
  return reviews.flatMap(({ board, by, at, question, answers }) => {
    const name = world.boards.find(({ key }) => key === board)?.name ?? board;
    return [
      { by, at, act: askedBoard(name, calendar.words(question)) },
      ...answers.map(({ answer, reason, lookAgain, ...answered }) => ({
        ...answered,
        act: answeredForBoard(name, {
          answer,
          reason: calendar.words(reason),
          lookAgainOn: lookAgain && calendar.day(lookAgain),
        }),
      })),
    ];
  });
}
