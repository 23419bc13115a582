import { type Act, anyPerson, colleague, reason, type Scene } from "./act";
import { whoLeads } from "./acts-on-permission";
import { where } from "./facts";

const here = ({ system }: Scene) => ({ systemId: system.systemId });
/** Rows of the people who walk. */
const theirs = <Row extends { personId: string }>({ people, random }: Scene, rows: readonly Row[]) =>
  random.one(rows.filter(({ personId }) => people.some(({ id }) => id === personId)));
/** The newest proposal of a leader that waits for a second person. */
const openProposal = ({ t }: Scene) => {
  const open = t.proposals.findLast(({ id }) => where(t.leaderDecisions, { proposalId: id }).length === 0);
  return open && { ...open, at: where(t.memberships, { id: open.membershipId })[0] };
};
const newName = ({ random }: Scene) => ({
  name: `${random.pick("Ravi", "Shanice", "Callum")} ${random.pick("Patel", "Shah", "Oduya", "Penrose")}`,
  job: random.pick("nurse", "matron", "manager", undefined),
});
const place = (scene: Scene) => ({
  ...{ organisationId: scene.random.one(scene.system.organisations), role: scene.random.pick("leader", "member") },
  fromOn: scene.today,
});

/** What administrators do to people, organisations and seats while permission is asked for and holds. */
export const actsAround: Record<string, Act> = {
  "admin.people.addMembership": {
    weight: 1,
    role: "administrator",
    input: (scene) => ({ ...here(scene), ...place(scene), personId: colleague(scene) }),
  },
  "leaders.decide": {
    weight: 1,
    role: "leader",
    input: (scene) => {
      const open = openProposal(scene);
      const decision = scene.random.pick("confirmed", "confirmed", "declined");
      const by = whoLeads(scene, open?.at?.organisationId);
      return open ? { ...here(scene), proposalId: open.id, decision, reason: "Not now", by } : null;
    },
  },
  "admin.people.decideLeader": {
    weight: 0.6,
    role: "administrator",
    input: (scene) => {
      const open = openProposal(scene);
      return open ? { ...here(scene), proposalId: open.id, decision: "confirmed" } : null;
    },
  },
  "admin.people.proposeLeader": {
    weight: 0.6,
    role: "administrator",
    input: (scene) => {
      const held = theirs(scene, where(scene.t.memberships, { role: "member" }));
      return held ? { ...here(scene), personId: held.personId, membershipId: held.id } : null;
    },
  },
  "admin.people.endMembership": {
    weight: 0.2,
    role: "administrator",
    input: (scene) => {
      const held = theirs(scene, scene.t.memberships);
      return held ? { ...here(scene), personId: held.personId, membershipId: held.id, lastOn: scene.today } : null;
    },
  },
  "admin.people.suspend": {
    weight: 0.3,
    role: "administrator",
    input: (scene) => ({ ...here(scene), personId: anyPerson(scene) }),
  },
  "admin.people.liftSuspension": {
    weight: 1.2,
    role: "administrator",
    input: (scene) => ({
      ...here(scene),
      personId: scene.t.people.find(({ suspendedAt }) => suspendedAt !== null)?.id ?? anyPerson(scene),
    }),
  },
  "admin.people.invite": {
    weight: 0.1,
    role: "administrator",
    input: (scene) => ({
      ...{ ...here(scene), ...place(scene), name: "Somebody new", email: `${crypto.randomUUID()}@larkmoor.example` },
      whoIsIt: "someone else",
    }),
  },
  "admin.people.link": {
    weight: 0.5,
    role: "administrator",
    input: (scene) => {
      const other = scene.t.people.find(({ id }) => id === anyPerson(scene));
      return other?.email ? { ...here(scene), ...reason, personId: colleague(scene), email: other.email } : null;
    },
  },
  "admin.people.unlink": {
    weight: 0.4,
    role: "administrator",
    input: (scene) => {
      const firsts = scene.t.people.map(({ samePersonAs }) => samePersonAs);
      const linked = scene.t.people.filter(({ id, samePersonAs }) => samePersonAs !== null || firsts.includes(id));
      const personId = scene.random.one(linked)?.id;
      return personId ? { ...here(scene), ...reason, personId } : null;
    },
  },
  "admin.people.keepApart": {
    weight: 0.1,
    role: "administrator",
    input: (scene) => ({ ...here(scene), personId: colleague(scene), otherId: colleague(scene) }),
  },
  "admin.people.rename": {
    weight: 0.4,
    role: "administrator",
    input: (scene) => ({ ...here(scene), ...reason, personId: colleague(scene), ...newName(scene) }),
  },
  "people.editProfile": { weight: 0.4, role: "anyone", input: newName },
  "admin.organisations.edit": {
    weight: 0.15,
    role: "administrator",
    input: (scene) => ({
      ...{
        ...here(scene),
        organisationId: scene.random.one(scene.system.organisations),
        name: scene.random.pick("A Trust", "B Trust"),
      },
      ...{ shortName: "AT", kind: "community", endsOn: scene.random.chance(0.3) ? scene.today : undefined },
      successorId: scene.random.chance(0.5) ? scene.random.one(scene.system.organisations) : undefined,
    }),
  },
  "admin.systems.setPermissionLimits": {
    weight: 0.1,
    role: "administrator",
    input: (scene) => ({
      ...{ ...here(scene), answerWithinDays: 5, longestPermissionMonths: scene.random.pick(6, 12, 12, 12) },
    }),
  },
  "admin.boards.seat": {
    weight: 0.3,
    role: "administrator",
    input: (scene) => ({
      ...{ ...here(scene), boardId: scene.system.boardId, fromOn: scene.today },
      ...{ email: scene.t.people.find(({ id }) => id === anyPerson(scene))?.email ?? "nobody@larkmoor.example" },
      ...{ role: scene.random.pick("member", "secretary", "observer"), name: "Somebody new" },
    }),
  },
  "admin.boards.endSeat": {
    weight: 0.1,
    role: "administrator",
    input: (scene) => {
      const seat = theirs(scene, scene.t.seats);
      return seat ? { ...here(scene), boardId: seat.boardId, seatId: seat.id, lastOn: scene.today } : null;
    },
  },
};

/** Mutations that the walk leaves out, each with the reason why permission cannot depend on it. */
export const notAboutPermission: Record<string, string> = {
  "admin.systems.add": "a new system has no experiment, and the walk has two systems",
  "admin.systems.name": "a system's name and its waiting time decide nothing",
  "admin.organisations.add": "a new organisation carries nothing until a team says so, which the walk does",
  "admin.people.sendInvitation": "sends a letter",
  "admin.boards.add": "a second board is asked as the first is",
  "admin.boards.edit": "when a board meets decides nothing yet",
  "admin.administrators.name": "administrators see no experiment",
  "admin.administrators.end": "administrators see no experiment",
  "people.endSession": "one's own session",
  "people.disconnectAccount": "one's own way to sign in",
  "measures.undo": "takes back a result; only a result that is logged or corrected can pause",
  "imports.paste": "results on their way, saved by a job through the rule that measures.log runs",
  "imports.chooseFile": "as above",
  "imports.chooseColumns": "as above",
  "imports.check": "as above",
  "imports.save": "as above",
  "imports.callOff": "as above",
  "charts.rebase": "how a chart is drawn",
  "charts.removeRebase": "how a chart is drawn",
  "charts.leaveOut": "how a chart is drawn",
  "charts.putBack": "how a chart is drawn",
  "charts.noteOnMeasure": "a note on a chart",
  "charts.removeNoteFromMeasure": "a note on a chart",
  "charts.noteOnChart": "a note on a chart",
  "charts.removeNoteFromChart": "a note on a chart",
  "cycles.plan": "a team's own notes on its cycles",
  "cycles.edit": "a team's own notes on its cycles",
};
