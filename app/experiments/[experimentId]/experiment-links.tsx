import type { Route } from "next";
import Link from "next/link";
import { LinkButton } from "@/app/ui/button";
import { pluralise } from "@/server/format";
import type { Experiment } from "./state-sentence";

type ExperimentLinksProps = { experiment: Experiment; riskCount: number; recordId: string | null };

/** The rest of the experiment, a page each. "Something is wrong" stands first for everyone who may press it. */
export function ExperimentLinks({ experiment, riskCount, recordId }: ExperimentLinksProps) {
  const { id: experimentId, may, startedAt, stage } = experiment;
  const at = <Part extends string>(part: Part): Route => `/experiments/${experimentId}/${part}` as Route;
  const links: [Route, string][] = [
    [at("results"), "Results"],
    [at("cycles"), "Plan, do, study, act"],
    [at("risks"), riskCount > 0 ? `What could go wrong (${pluralise(riskCount, "risk")})` : "What could go wrong"],
    [at("dips"), "What may dip, what makes us stop"],
    [at("permission"), "Permission"],
    ...(recordId ? [[`/permissions/${recordId}` as Route, "Record of the permission"] satisfies [Route, string]] : []),
    [at("board"), "Board reviews"],
    [at("learning"), "What we learned"],
    [at("team"), "The team"],
    [at("history"), "History"],
  ];
  return (
    <nav aria-label="More about this experiment">
      {may.pause && startedAt && stage !== "paused" && (
        <LinkButton look="secondary" href={at("stop")}>
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
            <Link className="inline-block py-2" href={at("edit")}>
              Change the idea&apos;s words
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}
