import { learningFilters } from "@/server/learning/input";
import { listLessons } from "@/server/learning/queries";
import { findWho } from "@/server/people/queries";
import { router, signedIn } from "@/server/trpc";

/** Page size of every list: what did not work gets as much room as what did. */
const pageSize = 10;

export const learningRouter = router({
  list: signedIn.input(learningFilters).query(async ({ ctx: { db, person }, input: { q, page } }) => {
    const who = await findWho(db, person.id);
    const wanted = { q, page, pageSize };
    const goesOn = await listLessons(db, who, { ...wanted, outcomes: ["adopt", "adapt"] });
    const ends = await listLessons(db, who, { ...wanted, outcomes: ["abandon", "cannot tell", "stopped early"] });
    return { goesOn, ends, pages: Math.max(1, Math.ceil(Math.max(goesOn.total, ends.total) / pageSize)) };
  }),
});
