import { Card, CardList } from "@/app/ui/card";
import { daysLeftInWords, listInWords, untilEndOf } from "@/server/format";
import { StageTag } from "../experiments/stage-words";
import type { HomeExperiment } from "./home";

/** Experiments on the home page: title, stage, end of permission, dips, who it waits for, and its chart in words. */
export function HomeCards({ experiments }: { experiments: HomeExperiment[] }) {
  return (
    <CardList>
      {experiments.map((experiment) => (
        <Card key={experiment.id} title={experiment.title} href={`/experiments/${experiment.id}`} level={3}>
          <p className="mb-1">
            <StageTag stage={experiment.stage} /> {permissionInWords(experiment)}
          </p>
          {experiment.dips.map((dip) => (
            <p key={dip.short} className="mb-1" dir="auto">
              {dip.short}
            </p>
          ))}
          {experiment.waiting && <p className="mb-1">{experiment.waiting}</p>}
          {experiment.chart && experiment.dips.length === 0 && (
            <p className="mb-1" dir="auto">
              {experiment.chart}
            </p>
          )}
          <p className="mb-0 text-s text-secondary">
            {experiment.onTeam || experiment.carriedByMine.length === 0
              ? experiment.leadOrganisation
              : `For ${listInWords(experiment.carriedByMine)}`}
          </p>
        </Card>
      ))}
    </CardList>
  );
}

function permissionInWords({ stage, endsOn, daysLeft }: HomeExperiment): string {
  if (stage === "ended" || stage === "asked" || endsOn === null || daysLeft === null || daysLeft < 0) return "";
  const soon = daysLeft <= 14 ? `, ${daysLeftInWords(daysLeft)}` : "";
  return `Permission ${untilEndOf(endsOn)}${soon}.`;
}
