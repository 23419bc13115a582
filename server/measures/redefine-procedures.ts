import { chartChoices } from "@/server/charts/kind-choices";
import { dayInWords, untilEndOf } from "@/server/format";
import { changeMeaning } from "@/server/measures/change-meaning";
import { addContributorInput, endContributionInput, redefineInput } from "@/server/measures/input";
import { findSeries } from "@/server/measures/observations/queries";
import { permissionsEndInWords } from "@/server/measures/permissions-end";
import { listPermitted } from "@/server/measures/permitted-queries";
import { changeMeasure, onMeasure } from "@/server/measures/procedure";
import { addContributor, endContribution, redefineMeasure } from "@/server/measures/redefine-queries";
import { countsAnew, redefinedInWords } from "@/server/measures/redefinition";
import { isOutOf, kindsFor } from "@/server/measures/spc/kinds";
import { fromLeeway, sentence } from "@/server/typed-words";

/** Procedures that change a measure's definition and contributors. */
export const redefining = {
  /** What each possible chart kind would show of the results. */
  chartChoices: onMeasure.query(async ({ ctx: { db, measure } }) => {
    const kinds = kindsFor(measure.counting, measure.rhythm);
    const withParts = { ...measure, chartKind: kinds.find(isOutOf) ?? "XmR" };
    return chartChoices(measure, await findSeries(db, withParts));
  }),

  /** Which permissions a change of its meaning would end, in a sentence; empty if none. */
  permissionsEnd: onMeasure.query(async ({ ctx: { db, measure, who } }) =>
    permissionsEndInWords(await listPermitted(db, measure.id, who)),
  ),

  redefine: changeMeasure
    .meta({ may: "redefine" })
    .input(redefineInput)
    .mutation(async ({ ctx, input: sent }) => {
      const { db, measure, person, journal } = ctx;
      const { fields, name } = await changeMeaning(ctx, sent, () => redefineMeasure(db, measure, person.id, sent));
      journal(redefinedInWords(name, fields, sent.reason), {
        details: {
          ...{ measureId: measure.id, fields },
          before: Object.fromEntries(fields.map((field) => [field, measure[field]])),
        },
      });
      return { countsAnew: countsAnew(fields) };
    }),

  addContributor: changeMeasure
    .meta({ may: "arrangeContributors" })
    .input(addContributorInput)
    .mutation(async ({ ctx, input: sent }) => {
      const { db, measure, journal } = ctx;
      const { organisationId, fromOn } = sent;
      const name = await changeMeaning(ctx, sent, () => addContributor(db, measure, { organisationId, fromOn }));
      journal(sentence`let ${fromLeeway(name)} contribute to ${measure.name} from ${fromLeeway(dayInWords(fromOn))}`, {
        details: { measureId: measure.id, organisationId, fromOn },
      });
      return {};
    }),

  endContribution: changeMeasure
    .meta({ may: "arrangeContributors" })
    .input(endContributionInput)
    .mutation(async ({ ctx, input: sent }) => {
      const { db, measure, journal } = ctx;
      const { organisationId, endsOn } = sent;
      const name = await changeMeaning(ctx, sent, () => endContribution(db, measure, { organisationId, endsOn }));
      journal(sentence`lets ${fromLeeway(name)} contribute to ${measure.name} ${fromLeeway(untilEndOf(endsOn))}`, {
        details: { measureId: measure.id, organisationId, endsOn },
      });
      return {};
    }),
};
