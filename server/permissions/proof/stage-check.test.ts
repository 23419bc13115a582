import { expect, test } from "vitest";
import { findCoverFacts } from "@/server/permissions/coverage/queries";
import { testSystem } from "@/server/testing";
import { stageByFunctions } from "./stage-check";
import { readTables } from "./table-queries";
import { runsByTheRules } from "./testing";

const world = testSystem();

test("the plain functions say running as the view does, and something else once an answer is missing or a day too late", async () => {
  const { experimentId, leader, yesOfTheirs } = await runsByTheRules(world);
  const { stage } = await leader.at("2027-01-07T09:00:00Z").experiments.find({ experimentId });
  const [tables, facts] = [await readTables(world.db, experimentId), await findCoverFacts(world.db, experimentId)];
  expect(stage).toBe("running");
  expect(stageByFunctions(tables, facts, "2027-01-07")).toBe("running");
  const oneLess = { ...facts, answers: facts.answers.filter(({ id }) => id !== yesOfTheirs) };
  expect(stageByFunctions(tables, oneLess, "2027-01-07")).toBe("permission ended");
  expect(stageByFunctions(tables, facts, "2027-04-01")).toBe("permission ended");
});
