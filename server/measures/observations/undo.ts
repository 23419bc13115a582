import { Refusal } from "@/server/errors";
import { inPeriod } from "@/server/measures/figures";
import type { UndoInput } from "@/server/measures/input";
import { listObservations, listPausedSince } from "@/server/measures/observations/queries";
import { type OnMeasure, placeOf, refuseForOthers, saveFigure } from "@/server/measures/observations/save";
import { storedPart } from "@/server/measures/part";
import { fromLeeway, sentence } from "@/server/typed-words";

/**
 * Undoes the person's latest revision, within 10 minutes: the previous revision counts again, or the period has no result
 * again. A pause caused by a stop rule stays: people decide whether to resume. @throws {Refusal}
 */
export async function undoObservation(ctx: OnMeasure, input: UndoInput) {
  refuseForOthers(ctx, input);
  const { db, measure, who } = ctx;
  const [present, before] = await listObservations(db, measure.id, input.organisationId, {
    ...{ from: input.periodOn, to: input.periodOn, limit: 2 },
  });
  const isOwn = present?.revision === input.version && who.accounts.includes(present.loggedBy);
  if (!present || !isOwn) {
    throw new Refusal([
      "Nothing was taken back. Somebody has changed this result since. Load the page again to see it.",
    ]);
  }
  if (!present.undoable) {
    throw new Refusal(["Nothing was taken back. The 10 minutes for that are over. Correct it instead, and say why."]);
  }
  const paused = await listPausedSince(db, who, measure.id, present.at);
  const previous = before && !before.undone ? before : null;
  const met = await saveFigure(ctx, {
    ...(previous ? storedPart(previous) : storedPart({})),
    ...placeOf(input),
    ...{ revision: present.revision + 1, reason: "Taken back within 10 minutes", undone: previous === null },
  });
  const period = inPeriod(input.periodOn, measure.rhythm);
  ctx.journal(sentence`took back a result of ${measure.name} ${fromLeeway(period)}`, {
    details: {
      measureId: measure.id,
      periodOn: input.periodOn,
      revision: present.revision + 1,
    },
  });
  const now = previous ? "The result before it counts again" : `There is no result ${period} again`;
  return { sentence: `Taken back. ${now}.`, met, paused };
}
