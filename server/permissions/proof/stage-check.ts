import { type StageFacts, stageOf } from "@/server/experiments/stage";
import { carrierState, isFor, isOpen, newestRequest } from "@/server/permissions/coverage/carrier-state";
import type { CoverFacts } from "@/server/permissions/coverage/cover-facts";
import { termsInForce } from "@/server/permissions/coverage/covered";
import { factsOf, isStart } from "./facts";
import type { Tables } from "./table-queries";

/** The stage by the plain functions of one experiment, which the view experiment_facts must say as well. */
export function stageByFunctions(tables: Tables, facts: CoverFacts, today: string): string {
  const { carriersNow, isThere } = factsOf(tables);
  const words = termsInForce(facts);
  const states = [...carriersNow].map((id) => ({ ...carrierState(facts, id, today), answering: isThere(id, today) }));
  const count = (which: (state: (typeof states)[number]) => boolean) => states.filter(which).length;
  const request = newestRequest(facts);
  const started = tables.turns.findLast(isStart);
  const stageFacts: StageFacts = {
    lastTurn: tables.turns.at(-1)?.turn ?? null,
    carriers: states.length,
    covering: count(({ covering, answering }) => covering && answering),
    granting: count(({ granting, answering }) => granting && answering),
    outdated: count(({ outdated }) => outdated),
    lapsed: count(({ endedOn }) => endedOn !== null),
    unanswered: count(({ answering }) => !answering),
    requestOpen: request ? isOpen(facts, request, today) : null,
    requestSameTerms: request ? isFor(words)(request) : null,
    startedSameTerms: started ? started.materialHash === words : null,
  };
  return stageOf(stageFacts);
}
