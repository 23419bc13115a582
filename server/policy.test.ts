import { expect, test } from "vitest";
import { policy } from "./policy";
import type { ExperimentForPolicy, Who } from "./who";

const systemId = "system";
const it: ExperimentForPolicy = {
  ...{
    systemId,
    teamIds: ["on the team"],
    authorIds: ["on the team", "wrote and left"],
    onceLinkedIds: [],
    boardIds: ["its board"],
  },
  formerTeam: [{ personId: "was on the team", until: "2027-01-03" }],
  ...{
    organisationIds: ["taking part", "carrier"],
    carrierIds: ["carrier"],
    contributorIds: ["carrier"],
    ended: false,
  },
};

const somebody = (id: string, held: Partial<Who> = {}): Who => {
  return { id, accounts: [id], memberships: [], standsInFor: [], seats: [], ...held };
};
const worksAt = (organisationId: string, role: "member" | "leader" = "member") => ({
  memberships: [{ systemId, organisationId, role }],
});
const standsInFor = (leaderId: string, at = systemId): Partial<Who> => ({
  standsInFor: [{ systemId: at, organisationId: "carrier", leaderId, leaderAccounts: [leaderId] }],
});
const seat = (boardId: string, role: string) => ({ seats: [{ systemId, boardId, organisationId: null, role }] });

const people = [
  somebody("on the team", worksAt("taking part")),
  somebody("colleague", worksAt("taking part")),
  somebody("elsewhere", worksAt("elsewhere")),
  somebody("leader", worksAt("carrier", "leader")),
  somebody("other leader", worksAt("elsewhere", "leader")),
  somebody("deputy", standsInFor("leader")),
  somebody("wrote and left", worksAt("carrier", "leader")),
  somebody("was on the team", { ...worksAt("carrier", "leader"), ...seat("its board", "member") }),
  somebody("their deputy", standsInFor("was on the team")),
  somebody("deputy elsewhere", standsInFor("leader", "another system")),
  somebody("second account", { ...worksAt("carrier", "leader"), accounts: ["second account", "on the team"] }),
  somebody("board member", seat("its board", "member")),
  somebody("observer", seat("its board", "observer")),
  somebody("other board", seat("another board", "chair")),
];

/** Who may do what, read as a whole: a change of the policy is a change of this table. */
const table = `
                     on the team  colleague  elsewhere  leader  other leader  deputy  wrote and left  was on the team  their deputy  deputy elsewhere  second account  board member  observer  other board
editExperiment       yes          -          -          -       -             -       -               -                -             -                 yes             -             -         -
shareExperiment      yes          -          -          -       -             -       -               -                -             -                 yes             -             -         -
changeTeam           yes          -          -          -       -             -       -               -                -             -                 yes             -             -         -
recordRisk           yes          -          -          -       -             -       -               -                -             -                 yes             -             -         -
chooseMeasure        yes          -          -          -       -             -       -               -                -             -                 yes             -             -         -
expectDip            yes          -          -          -       -             -       -               -                -             -                 yes             -             -         -
setStopRule          yes          -          -          -       -             -       -               -                -             -                 yes             -             -         -
askPermission        yes          -          -          -       -             -       -               -                -             -                 yes             -             -         -
takeBackRequest      yes          -          -          -       -             -       -               -                -             -                 yes             -             -         -
answerRequest        -            -          -          yes     -             yes     -               -                -             -                 -               -             -         -
acceptConditions     yes          -          -          -       -             -       -               -                -             -                 yes             -             -         -
replyToQuestion      yes          -          -          -       -             -       -               -                -             -                 yes             -             -         -
letItEnd             yes          -          -          -       -             -       -               -                -             -                 yes             -             -         -
reportFix            yes          -          -          -       -             -       -               -                -             -                 yes             -             -         -
decideInPause        -            -          -          yes     -             yes     -               -                -             -                 -               -             -         -
withdrawPermission   -            -          -          yes     -             yes     yes             yes              yes           -                 yes             -             -         -
start                yes          -          -          -       -             -       -               -                -             -                 yes             -             -         -
pause                yes          yes        -          yes     -             yes     yes             yes              yes           -                 yes             yes           -         -
resume               yes          -          -          -       -             -       -               -                -             -                 yes             -             -         -
stop                 yes          -          -          yes     -             yes     yes             yes              yes           -                 yes             -             -         -
conclude             yes          -          -          -       -             -       -               -                -             -                 yes             -             -         -
askBoard             yes          -          -          -       -             -       -               -                -             -                 yes             -             -         -
editCycles           yes          -          -          -       -             -       -               -                -             -                 yes             -             -         -
noteOnChart          yes          -          -          -       -             -       -               -                -             -                 yes             -             -         -
answerReview         -            -          -          -       -             -       -               -                -             -                 -               yes           -         -
`;

const rules = Object.entries(policy) as [string, (who: Who, on: ExperimentForPolicy) => boolean][];

test("who may do what to an experiment is this table", () => {
  const width = Math.max(...rules.map(([change]) => change.length)) + 3;
  const row = (first: string, cells: string[]) =>
    (first.padEnd(width) + cells.map((cell, at) => cell.padEnd((people[at]?.id.length ?? 0) + 2)).join("")).trimEnd();
  const header = row(
    "",
    people.map((who) => who.id),
  );
  const lines = rules.map(([change, allows]) =>
    row(
      change,
      people.map((who) => (allows(who, it) ? "yes" : "-")),
    ),
  );
  expect(`\n${[header, ...lines].join("\n")}\n`).toBe(table);
});

test("after the end nothing changes but what was learned and what a board says of it", () => {
  const everything = { ...it, ended: true };
  const open = rules.filter(([, allows]) => people.some((who) => allows(who, everything))).map(([change]) => change);
  expect(open).toEqual(["conclude", "askBoard", "answerReview"]);
});
