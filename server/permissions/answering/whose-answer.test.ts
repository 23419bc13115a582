import { expect, test } from "vitest";
import type { ExperimentForPolicy, Who } from "@/server/who";
import { type HeldRole, inWhoseName, whyNotTheirs } from "./whose-answer";

const systemId = "system";
const it: ExperimentForPolicy = {
  ...{
    systemId,
    teamIds: ["on the team"],
    authorIds: ["wrote it"],
    onceLinkedIds: [],
    carrierIds: ["OCH"],
    organisationIds: ["OCH"],
  },
  ...{ contributorIds: [], boardIds: [], ended: false },
  formerTeam: [{ personId: "was on the team", until: "2027-01-03" }],
};
const leader = (id: string, others: string[] = []): Who => ({
  ...{ id, accounts: [id, ...others], standsInFor: [], seats: [] },
  memberships: [{ systemId, organisationId: "OCH", role: "leader" }],
});
const nobody: Who = { ...leader("nobody"), memberships: [] };
const inPlace = (leaderId: string) => ({ systemId, organisationId: "OCH", leaderId, leaderAccounts: [leaderId] });
const deputyOf = (leaderId: string): Who => ({ ...nobody, standsInFor: [inPlace(leaderId)] });
const held: HeldRole = { organisation: "OCH Trust", closedOn: null, ledUntil: null, stoodInFor: null };
const stoodIn = { leader: "Sunniva", fromOn: "2027-01-01", endsOn: "2027-01-31", leaderGone: false };
const today = "2027-02-10";

test.each<[string, Who, Partial<ExperimentForPolicy>, HeldRole[], string[]]>([
  ["a leader", leader("leader"), {}, [], []],
  ["ended", leader("leader"), { ended: true }, [], ["It has ended, so there is nothing to answer."]],
  ["team", leader("on the team"), {}, [], ["You are on the team, so another leader answers."]],
  [
    "team, second account",
    leader("twin", ["on the team"]),
    {},
    [],
    ["You are on the team with your other account, so another leader answers."],
  ],
  ["writer", leader("wrote it"), {}, [], ["You wrote or changed part of this, so another leader answers."]],
  [
    "was on the team",
    leader("was on the team"),
    {},
    [],
    ["You were on the team until 3 January 2027, so another leader answers."],
  ],
  [
    "was on the team, second account",
    leader("twin", ["was on the team"]),
    {},
    [],
    ["You were on the team with your other account until 3 January 2027, so another leader answers."],
  ],
  ["deputy", deputyOf("leader"), {}, [], []],
  [
    "deputy of one who was on the team",
    deputyOf("was on the team"),
    {},
    [],
    ["The leader you stand in for is or was on the team, or wrote part of this, so another leader answers."],
  ],
  [
    "deputy in another system",
    { ...nobody, standsInFor: [{ ...inPlace("leader"), systemId: "other" }] },
    {},
    [],
    ["You do not answer for an organisation that carries a risk or a dip of this now."],
  ],
  [
    "writer, second account",
    leader("twin", ["wrote it"]),
    {},
    [],
    ["You wrote or changed part of this with your other account, so another leader answers."],
  ],
  ["nobody", nobody, {}, [], ["You do not answer for an organisation that carries a risk or a dip of this now."]],
  [
    "closed",
    nobody,
    {},
    [{ ...held, closedOn: "2027-01-31" }],
    ["OCH Trust closed on 31 January 2027, so nobody answers for it any more."],
  ],
  [
    "left",
    nobody,
    {},
    [{ ...held, ledUntil: "2027-02-09" }],
    ["You answered for OCH Trust until 9 February 2027. Another leader does now."],
  ],
  [
    "deputy, over",
    nobody,
    {},
    [{ ...held, stoodInFor: stoodIn }],
    ["You stood in for Sunniva at OCH Trust until 31 January 2027."],
  ],
  [
    "deputy, to come",
    nobody,
    {},
    [{ ...held, stoodInFor: { ...stoodIn, fromOn: "2027-03-01", endsOn: null } }],
    ["You stand in for Sunniva at OCH Trust from 1 March 2027."],
  ],
  [
    "deputy of one who left",
    nobody,
    {},
    [{ ...held, stoodInFor: { ...stoodIn, endsOn: null, leaderGone: true } }],
    ["Sunniva does not answer for OCH Trust any more, so you do not in that name."],
  ],
])("why it is not theirs: %s", (_, who, changes, once, sentences) => {
  expect(whyNotTheirs(who, { ...it, ...changes }, once, today)).toEqual(sentences);
});

test("a deputy reads in whose name they answer", () => {
  expect(inWhoseName([])).toBe("");
  expect(inWhoseName([{ leader: "Sunniva", organisation: "OCH Trust" }])).toBe(
    "You answer in the name of Sunniva (OCH Trust). Both names are kept and shown.",
  );
});
