import { addContributorInput, endContributionInput, redefineInput } from "@/server/measures/input";
import { changeMeasure } from "@/server/measures/procedure";
import { addContributor, endContribution, redefineMeasure } from "@/server/measures/redefine-queries";
import { countsAnew, redefinedInWords } from "@/server/measures/redefinition";
import { dayInWords, untilEndOf } from "@/server/words";

/** What a measure is, written anew, and who contributes to it. */
export const redefining = {
  redefine: changeMeasure
    .meta({ may: "redefine" })
    .input(redefineInput)
    .mutation(async ({ ctx: { db, measure, person, tell }, input: { key: _, measureId, ...sent } }) => {
      const { fields, name } = await redefineMeasure(db, measure, person.id, sent);
      tell(redefinedInWords(name, fields, sent.reason), {
        ...{ measureId, redefined: measureId, fields },
        before: Object.fromEntries(fields.map((field) => [field, measure[field]])),
      });
      return { countsAnew: countsAnew(fields) };
    }),

  addContributor: changeMeasure
    .meta({ may: "arrangeContributors" })
    .input(addContributorInput)
    .mutation(async ({ ctx: { db, measure, tell }, input: { organisationId, fromOn } }) => {
      const name = await addContributor(db, measure, { organisationId, fromOn });
      tell(`let ${name} contribute to "${measure.name}" from ${dayInWords(fromOn)}`, {
        ...{ measureId: measure.id, organisationId, fromOn },
      });
      return {};
    }),

  endContribution: changeMeasure
    .meta({ may: "arrangeContributors" })
    .input(endContributionInput)
    .mutation(async ({ ctx: { db, measure, tell }, input: { organisationId, toOn } }) => {
      const name = await endContribution(db, measure, { organisationId, toOn });
      tell(`lets ${name} contribute to "${measure.name}" ${untilEndOf(toOn)}`, {
        ...{ measureId: measure.id, organisationId, toOn },
      });
      return {};
    }),
};
