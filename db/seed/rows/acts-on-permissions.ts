import { dayInWords, listInWords } from "@/server/format";
import { daysToAsk } from "@/server/permissions/asking/draft";
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
  const dates = daysToAsk(calendar.day(request.from), calendar.day(request.until));
  const nameOf = (organisation: string) => known(world.organisations, organisation).name;
  const answered = request.answers.flatMap((given): Act[] => {
    const name = nameOf(given.for);
    const words = calendar.words(given.inWords);
    const until = dayInWords(calendar.day(given.until ?? request.until));
    const details = { requestId, organisationId: demoId(`organisation/${given.for}`), termsHash };
    const said = {
      yes: `gave permission for ${name} until the end of ${until}`,
      "yes with conditions": `gave permission for ${name} until the end of ${until}, with conditions: ${words}`,
      question: `asked for ${name}: ${words}`,
      "not this time": `said not this time for ${name}: ${words}`,
    };
    const answer = {
      by: given.by,
      at: given.at,
      act: said[given.answer],
      details: { ...details, promise: given.answer === "yes" ? words : undefined },
    };
    if (!given.reply) return [answer];
    const { by, at, inWords } = given.reply;
    return [
      answer,
      { by, at, act: `replied to ${known(world.people, given.by).name} of ${name}: ${calendar.words(inWords)}` },
    ];
  });
  const asked = {
    by: request.by,
    at: request.at,
    act: `asked ${listInWords(carriersOf(experiment, request.at).map(nameOf).toSorted())} for permission ${dates}`,
    details: { wrote: true, requestId },
  };
  if (!request.takenBack) return [asked, ...answered];
  const { by, at, reason } = request.takenBack;
  return [
    asked,
    ...answered,
    { by, at, act: `took the request for permission back: ${reason}`, details: { requestId } },
  ];
}

/** What is filled in of a request that is not sent. */
function draftOf({ calendar }: Told, { asking }: ExperimentRecord): Act[] {
  if (!asking?.from || !asking.until) return [];
  const [from, until] = [calendar.day(asking.from), calendar.day(asking.until)];
  const { by, at } = asking;
  return [{ by, at, act: `filled in what to ask for: ${daysToAsk(from, until)}`, details: { wrote: true } }];
}

const carriersOf = ({ risks, dips = [] }: ExperimentRecord, at: string) => {
  const there = dips.filter(({ recorded, removed }) => (!recorded || recorded <= at) && (!removed || removed > at));
  return [...new Set([...risks, ...there].flatMap((one) => one.carriedBy))];
};

function reviewing({ world, calendar }: Told, { reviews = [] }: ExperimentRecord): Act[] {
  return reviews.flatMap(({ board, by, at, question, answers }) => {
    const name = world.boards.find(({ key }) => key === board)?.name ?? board;
    return [
      { by, at, act: `asked the ${name} to look at it: ${calendar.words(question)}` },
      ...answers.map(({ answer, reason, ...said }) => ({
        by: said.by,
        at: said.at,
        act: `answered for the ${name}: ${answer}. ${calendar.words(reason)}`,
      })),
    ];
  });
}
