import type { CoverFacts } from "./cover-facts";

/**
 * What a leader or deputy said about an experiment, or that it passed to their organisation from a closed one: whether it is a
 * plain yes, and whether it ends all granted before.
 */
export type Word = { at: string; plainYes: boolean; endsGrants: boolean };

/** An organisation's words about an experiment (rule I3), as the view organisation_words has them. */
export function organisationWords(
  facts: CoverFacts,
  organisationId: string,
  known: (at: string) => boolean = () => true,
): Word[] {
  const ofThis = (event: { organisationId: string | null }) => event.organisationId === organisationId;
  const uses = new Map(facts.uses.filter(({ at }) => known(at)).map((use) => [use.id, use]));
  const ended = [
    ...facts.withdrawals.filter(ofThis),
    ...facts.endedInPause.filter(ofThis),
    ...facts.standingWithdrawals.filter(
      ({ useId }) => useId !== null && uses.get(useId)?.organisationId === organisationId,
    ),
  ].map(({ at }) => ({ at, plainYes: false, endsGrants: true }));
  const answers = facts.answers.filter(ofThis).map(({ at, answer, requestId }) => ({
    at,
    plainYes: answer === "yes",
    endsGrants: answer === "not this time" && !refusesLongerOnly(facts, requestId),
  }));
  const tookOver = facts.handovers.filter(ofThis).map(({ at }) => ({ at, plainYes: false, endsGrants: false }));
  return [...ended, ...answers, ...tookOver].filter(({ at }) => known(at));
}

/** Whether a request asks for longer on the same terms: "not this time" to it leaves what was given until its own end. */
function refusesLongerOnly({ requests }: CoverFacts, requestId: string): boolean {
  const request = requests.find(({ id }) => id === requestId);
  const before = requests.find(({ id }) => id === request?.renewsId);
  return before !== undefined && before.materialHash === request?.materialHash;
}

/** Whether standing permissions may cover: the latest word is a plain yes, or nobody said anything. */
export function standingMayCover(words: readonly Word[]): boolean {
  const latest = words.reduce<Word | null>(
    (best, word) => (!best || word.at > best.at || (word.at === best.at && !word.plainYes) ? word : best),
    null,
  );
  return latest === null || latest.plainYes;
}
