import type { Metadata } from "next";
import { api } from "@/server/caller";
import { ExperimentSubpage } from "../experiment-subpage";
import { AddTeamMemberForm, LeaveTeamButton } from "./team-forms";

export const metadata: Metadata = { title: "The team" };

export default async function TeamPage({ params }: PageProps<"/experiments/[experimentId]/team">) {
  const { experimentId } = await params;
  const { title, team, may, systemId } = await api.experiments.find({ experimentId });
  const colleagues = may.changeTeam ? await api.organisations.colleagues({ systemId }) : [];
  const others = colleagues.filter((person) => !team.some((member) => member.id === person.id));
  return (
    <ExperimentSubpage experimentId={experimentId} title={title} heading="The team">
      <p>The team writes, logs results and asks for permission. Nobody on the team answers for a leader.</p>
      <ul className="nhsuk-list">
        {team.map(({ id, name, job, leads }) => (
          <li
            key={id}
            className="mb-4 flex max-w-none flex-wrap items-center justify-between gap-x-6 gap-y-2 border-0 border-b border-solid border-grey-4 pb-4"
          >
            <span>
              <strong dir="auto">{name}</strong>
              <br />
              {job}
              {leads && ", leads it"}
            </span>
            {may.changeTeam && team.length > 1 && (
              <LeaveTeamButton experimentId={experimentId} personId={id} name={name} />
            )}
          </li>
        ))}
      </ul>
      {may.changeTeam && <AddTeamMemberForm experimentId={experimentId} people={others} />}
    </ExperimentSubpage>
  );
}
