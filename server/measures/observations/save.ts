import type { Transaction } from "@/db/client";
import { Refusal } from "@/server/errors";
import type { MoreOfAct, NewAct } from "@/server/journal/queries";
import type { LogInput } from "@/server/measures/input";
import { checkStopRules } from "@/server/measures/observations/check-stop-rules";
import { listWatchingRules, type NewObservation, saveObservations } from "@/server/measures/observations/queries";
import { findWatchedSeries } from "@/server/measures/observations/watched-series";
import type { Measure } from "@/server/measures/queries";
import { mayLogFor } from "@/server/measures/reach";
import type { Sentence } from "@/server/typed-words";
import type { Who } from "@/server/who";

/** The context of `onMeasure` in a mutation, where the measure is locked. */
export type OnMeasure = {
  db: Transaction;
  who: Who;
  measure: Measure;
  journal: (act: Sentence, more?: MoreOfAct) => void;
  journalInExperiment: (experimentId: string, act: NewAct) => void;
};

/** Saves an observation and checks the stop rules. @returns the rules met */
export async function saveFigure({ db, measure, who, journalInExperiment }: OnMeasure, figure: NewObservation) {
  const rules = await listWatchingRules(db, measure.id, who);
  const before = await findWatchedSeries(db, measure, rules);
  await saveObservations(db, measure, who.id, [figure]);
  const after = await findWatchedSeries(db, measure, rules);
  return checkStopRules(db, measure, rules, { before, after }, { journalInExperiment });
}

type Place = Pick<LogInput, "organisationId" | "periodOn">;
export const placeOf = ({ organisationId, periodOn }: Place): Place => ({ organisationId, periodOn });

/** Refuses a contributor that the person may not log for. @returns the contributor */
export function refuseForOthers({ who, measure }: OnMeasure, { organisationId }: Place) {
  const contributor = measure.contributors.find((each) => each.organisationId === organisationId);
  if (contributor && mayLogFor(who, measure).includes(organisationId)) return contributor;
  throw new Refusal([], { organisationId: "Choose an organisation that you work for, or that works with your team" });
}
