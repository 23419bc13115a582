import { sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { jobKinds } from "@/server/jobs/kinds";
import { runDailyTasks } from "@/server/mail/daily";
import { define, logWith, twoContributors, week } from "@/server/measures/testing";
import { testSystem } from "@/server/testing";

const world = testSystem();

test("each night what is kept is compared, and the server's log says what differs and how to mend it, without a figure", async () => {
  const { systemId, hospital, imogen } = await twoContributors(world);
  const measureId = await define(imogen, systemId, [hospital]);
  await logWith({ measureId, organisationId: hospital })(imogen, week(), 43);
  await Promise.all([1, 2].map(() => runDailyTasks(world.db, "2027-01-08T08:00:00Z")));
  const { rows: jobs } = await world.db.execute(sql`
    select (run_at at time zone 'Europe/London')::text as at from jobs where kind = 'verify the facts'`);
  expect(jobs).toEqual([{ at: "2027-01-09 03:00:00" }]);

  const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const extendLease = vi.fn(async () => undefined);
  const context = { database: world.db, payload: {}, extendLease, isStopping: () => false };
  await jobKinds["verify the facts"]?.(context);
  expect(extendLease).toHaveBeenCalled();
  expect(logged).not.toHaveBeenCalled();
  await world.db.execute(sql`update period_values set numerator = 44`);
  await jobKinds["verify the facts"]?.({ ...context, isStopping: () => true });
  expect(logged).not.toHaveBeenCalled(); // the server is stopping: it does not begin
  await jobKinds["verify the facts"]?.(context);
  const said = String(logged.mock.calls[0]?.[0]);
  expect(said).toContain("in 1 place. Mend it with: npm run facts -- rebuild");
  expect(said).toContain(`The value of measure ${measureId} from ${week()} is not what its results come to.`);
  logged.mockRestore();
});
