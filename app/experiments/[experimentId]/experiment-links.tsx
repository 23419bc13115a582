import type { Route } from "next";
import { LinkButton } from "@/app/ui/button";
import { Link } from "@/app/ui/link";
import { pluralise } from "@/server/format";
import type { Experiment } from "./state-sentence";

type ExperimentLinksProps = { experiment: Experiment; riskCount: number; recordId: string | null };

/** Links to the experiment's other pages; "Something is wrong" first, for everyone who may pause it. */
export function ExperimentLinks({ experiment, riskCount, recordId }: ExperimentLinksProps) {
  const { id: experimentId, may, startedAt, stage } = experiment;
  const hrefOf = <Part extends string>(part: Part): Route => `/experiments/${experimentId}/${part}` as Route;
  const links: [Route, string][] = [
    [hrefOf("results"), "Results"],
    [hrefOf("cycles"), "Plan, do, study, act"],
    [hrefOf("risks"), riskCount > 0 ? `What could go wrong (${pluralise(riskCount, "risk")})` : "What could go wrong"],
    [hrefOf("dips"), "What may dip, what makes us stop"],
    [hrefOf("permission"), "Permission"],
    ...(recordId ? [[`/permissions/${recordId}` as Route, "Record of the permission"] satisfies [Route, string]] : []),
    [hrefOf("board"), "Board reviews"],
    [hrefOf("learning"), "What we learned"],
    [hrefOf("team"), "The team"],
    [hrefOf("history"), "History"],
  ];
  return (
    <nav aria-label="More about this experiment">
      {may.pause && startedAt && stage !== "paused" && (
        <LinkButton look="secondary" href={hrefOf("stop")}>
          Something is wrong
        </LinkButton>
      )}
      <ul className="nhsuk-list grid gap-x-8 tablet:grid-cols-2">
        {links.map(([href, label]) => (
          <li key={label} className="mb-0">
            <Link className="inline-block py-2" href={href}>
              {label}
            </Link>
          </li>
        ))}
        {may.editExperiment && (
          <li className="mb-0">
            <Link className="inline-block py-2" href={hrefOf("edit")}>
              Change the idea&apos;s words
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}
