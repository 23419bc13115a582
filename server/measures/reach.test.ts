import { expect, test } from "vitest";
import type { Who } from "@/server/who";
import { mayLogFor, seesPartsOf } from "./reach";

const systemId = "system";
const who = (at: string[], held: Partial<Who> = {}): Who => ({
  id: "me",
  accounts: ["me"],
  memberships: at.map((organisationId) => ({ systemId, organisationId, role: "member" as const })),
  standsInFor: [],
  seats: [],
  ...held,
});
const contributors = ["hospital", "council", "practice"].map((organisationId) => ({ organisationId }));
const team = { personIds: ["me"], organisationIds: ["hospital", "council"] };
const measure = { systemId, contributors, teams: [team] };
const seat = { systemId, boardId: "board", organisationId: "hospital", role: "observer" };

test("an organisation sees its own part, a team those it works with", () => {
  const alone = { ...measure, teams: [{ ...team, personIds: ["another"] }] };
  expect(seesPartsOf(who(["practice"]), alone)).toEqual(["practice"]);
  expect(seesPartsOf(who(["charity"]), alone)).toEqual([]);
  expect(seesPartsOf(who(["charity"]), measure)).toEqual(["hospital", "council"]);
  expect(seesPartsOf(who(["practice"]), measure)).toEqual(["practice", "hospital", "council"]);
});

test("whoever leads or has a seat never sees two", () => {
  const leader = who(["hospital"]);
  leader.memberships.push({ systemId, organisationId: "practice", role: "leader" });
  expect(seesPartsOf(leader, measure)).toEqual(["practice"]);
  expect(seesPartsOf(who(["hospital", "council"], { seats: [seat] }), measure)).toEqual(["council"]);
  expect(seesPartsOf(who(["charity"], { seats: [seat] }), measure)).toEqual([]);
  expect(
    seesPartsOf(
      who(["hospital", "council"], {
        standsInFor: [{ systemId, organisationId: "hospital", leaderId: "l", leaderAccounts: ["l"] }],
      }),
      measure,
    ),
  ).toEqual(["hospital"]);
});

test("a seat in another system takes nothing away, and membership there gives nothing", () => {
  const elsewhere = { ...seat, systemId: "elsewhere" };
  expect(seesPartsOf(who(["hospital", "council"], { seats: [elsewhere] }), measure)).toHaveLength(2);
  const there = who([]);
  there.memberships.push({ systemId: "elsewhere", organisationId: "hospital", role: "member" });
  expect(mayLogFor(there, { ...measure, teams: [] })).toEqual([]);
});

test("a person's other account on the team is the same person", () => {
  expect(mayLogFor({ ...who([]), id: "other", accounts: ["other", "me"] }, measure)).toEqual(["hospital", "council"]);
});
