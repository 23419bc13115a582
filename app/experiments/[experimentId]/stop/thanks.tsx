import type { ReactNode } from "react";
import { ButtonGroup, LinkButton } from "@/app/ui/button";
import { Panel } from "@/app/ui/panel";
import { listInWords } from "@/server/format";
import type { Experiment, PermissionOverview } from "../state-sentence";

type ThanksProps = {
  experiment: Experiment;
  carriers: PermissionOverview["carriers"];
  title: string;
  next: string;
  children?: ReactNode;
};

/** Confirms a pause or an ending, and lists who has been told. */
export function Thanks({ experiment, carriers, title, next, children }: ThanksProps) {
  const team = listInWords(experiment.team.map((member) => member.name));
  const leaders = carriers.map(({ organisation, leaders }) => {
    const names = listInWords(leaders.map((leader) => leader.name));
    return names ? `${names} for ${organisation}` : organisation;
  });
  return (
    <>
      <Panel title={title}>
        <p className="mb-0" dir="auto">
          {experiment.title}
        </p>
      </Panel>
      <p className="nhsuk-body-l">{next}</p>
      <h2 className="nhsuk-heading-m">Who has been told</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>The team: {team}.</li>
        {leaders.length > 0 && <li>The leaders who carry its risks: {listInWords(leaders)}.</li>}
      </ul>
      <ButtonGroup>
        {children}
        <LinkButton look="secondary" href={`/experiments/${experiment.id}`}>
          Go to the experiment
        </LinkButton>
      </ButtonGroup>
    </>
  );
}
