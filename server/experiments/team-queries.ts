import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { read } from "@/db/rows";
import { teamMembers } from "@/db/schema";
import { nameRow } from "@/db/shapes";
import { NotFound, Refusal, refuse } from "@/server/errors";
import type { ExperimentInReach } from "@/server/experiments/queries";

/** Adds someone who works in the system; joining again after leaving is a new row. */
export async function addTeamMember(
  tx: Transaction,
  experiment: ExperimentInReach,
  { personId, leads }: { personId: string; leads: boolean },
) {
  const person = await read(tx, nameRow).row(sql`
    select p.name from people p where p.id = ${personId}::uuid and p.suspended_at is null
      and exists (select 1 from memberships m where m.person_id = p.id and m.system_id = ${experiment.systemId}::uuid and is_current(m.from_on, m.ends_on))`);
  if (!person) throw new Refusal([], { personId: "Choose someone who works in this system today" });
  if (experiment.teamIds.includes(personId))
    throw new Refusal([], { personId: `${person.name} is on the team already` });
  const { id: experimentId, systemId } = experiment;
  await tx
    .insert(teamMembers)
    .values({ systemId, experimentId, personId, leads })
    .onConflictDoUpdate({
      target: [teamMembers.experimentId, teamMembers.personId, teamMembers.fromOn],
      set: { endsOn: null, leads },
    });
  return person.name;
}

/** Ends a team membership now. The last member cannot leave, since somebody has to conclude it. */
export async function endTeamMembership(tx: Transaction, experiment: ExperimentInReach, personId: string) {
  if (experiment.teamIds.length === 1) refuse("Somebody has to be on the team. Add someone else first.");
  const left = await read(tx, nameRow).row(sql`
    update team_members t set ends_on = london_today() - 1 from people p
    where p.id = t.person_id and t.experiment_id = ${experiment.id}::uuid and t.person_id = ${personId}::uuid
      and is_current(t.from_on, t.ends_on) returning p.name`);
  if (!left) throw new NotFound();
  return left.name;
}
