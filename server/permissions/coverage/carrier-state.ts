import type { CarrierState } from "./carrier";
import type { CoverFacts } from "./cover-facts";
import { boardAwaited, type Grant, grantsOf, latestOf, termsInForce } from "./covered";

/** How an organisation's permission for an experiment stands on a day, by all that is known. */
export function carrierState(facts: CoverFacts, organisationId: string, today: string): CarrierState {
  const words = termsInForce(facts);
  const grants = grantsOf(facts, organisationId);
  const [same, other] = [grants.filter(isFor(words)), grants.filter((grant) => !isFor(words)(grant))];
  const current = same.filter(({ fromOn, endsOn }) => fromOn <= today && today <= endsOn);
  const byAnswer = current.some(({ by }) => by === "answer");
  return {
    covering: current.length > 0,
    granting: same.some(({ endsOn }) => endsOn >= today),
    outdated: other.some(({ endsOn }) => endsOn >= today),
    endsOn: lastOf(same.map(({ endsOn }) => endsOn)),
    ownWordEndsOn: byAnswer ? null : lastOf(current.map(({ endsOn }) => endsOn)),
    beginsOn: firstOf(same.map(({ fromOn }) => fromOn).filter((fromOn) => fromOn > today)),
    endedOn: lastOf(grants.map(({ endsOn }) => endsOn).filter((endsOn) => endsOn < today)),
    ...answerState(facts, organisationId, { today, words }),
  };
}

/** What an organisation said to the newest request, and what it waits for. */
function answerState(
  facts: CoverFacts,
  organisationId: string,
  { today, words }: { today: string; words: string | null },
) {
  const request = newestRequest(facts);
  const latest = facts.answers
    .filter((answer) => answer.requestId === request?.id && answer.organisationId === organisationId)
    .reduce<CoverFacts["answers"][number] | null>(latestOf, null);
  const waits = request !== undefined && isOpen(facts, request, today) && isFor(words)(request);
  const takenBack = facts.withdrawals.some(
    (one) => one.requestId === request?.id && one.organisationId === organisationId,
  );
  const saysYes = waits && !takenBack && (latest?.answer === "yes" || latest?.answer === "yes with conditions");
  return {
    asked: waits && (latest === null || latest.answer === "question"),
    refused: latest?.answer === "not this time",
    question: latest?.question ?? null,
    conditionsOpen: saysYes && latest?.answer === "yes with conditions" && latest.acceptedAt === null,
    awaitsBoard: saysYes ? boardAwaited(request) : null,
  };
}

/** The newest request: it replaces all before it (rule I4). */
export const newestRequest = ({ requests }: CoverFacts) => requests.at(-1);
/** Whether a request may still be answered: nobody said "not this time", the team did not take it back, and its days are not over. */
export const isOpen = (
  { withdrawals, answers }: CoverFacts,
  { id, endsOn }: CoverFacts["requests"][number],
  today: string,
) =>
  endsOn >= today &&
  !withdrawals.some((one) => one.requestId === id && one.organisationId === null) &&
  !answers.some((one) => one.requestId === id && one.answer === "not this time");
export const isFor =
  (words: string | null) =>
  ({ materialHash }: Pick<Grant, "materialHash">) =>
    materialHash === words;

const lastOf = (days: string[]) => days.toSorted().at(-1) ?? null;
const firstOf = (days: string[]) => days.toSorted()[0] ?? null;
