import type { api } from "@/server/caller";
import { londonDay } from "@/server/days";
import { dayInWords, listInWords, momentInWords } from "@/server/format";

export type Experiment = Awaited<ReturnType<typeof api.experiments.find>>;
export type PermissionOverview = Awaited<ReturnType<typeof api.permissions.overview>>;

/** The state in one or two sentences: who it waits for, since when, why. */
export function StateSentence({
  experiment,
  carriers,
}: {
  experiment: Experiment;
  carriers: PermissionOverview["carriers"];
}) {
  return <p className="nhsuk-body-l">{experimentState(experiment, carriers)}</p>;
}

function experimentState(
  { stage, lastTurn, startedAt, conclusion, shared }: Experiment,
  carriers: PermissionOverview["carriers"],
): string {
  const waitedFor = listInWords(carriers.filter((carrier) => carrier.asked).map((carrier) => carrier.organisation));
  const ownWord = carriers.some((carrier) => carrier.ownWordEndsOn !== null);
  const by = lastTurn?.by ?? "A stop rule";
  switch (stage) {
    case "idea":
      return shared ? "An idea that everyone in the system can see." : "A draft that only its team sees.";
    case "asked":
      return waitedFor ? `Waiting for ${waitedFor}.` : "Waiting for permission.";
    case "permitted":
      return "Every organisation that carries a risk has said yes. It has not started yet.";
    case "running":
      return `Running${startedAt ? ` since ${dayInWords(londonDay(startedAt))}` : ""}${ownWord ? ", on the team's own word" : ""}.`;
    case "paused":
      return `${by} paused it ${lastTurn ? momentInWords(lastTurn.at) : ""}: ${lastTurn?.pauseReason ?? ""}${lastTurn?.reason ? `. ${lastTurn.reason}` : "."}`;
    case "permission ended":
      return "Permission has ended, so it is not covered now.";
    case "nobody answers":
      return "It does not run, because nobody answers for an organisation that carries it.";
    case "terms changed":
      return "The words have changed since permission was given, so it does not cover them.";
    case "ended":
      return conclusion
        ? `Ended: ${conclusion.outcome}. ${conclusion.whatHappened}`
        : `${by} stopped it${lastTurn?.reason ? `: ${lastTurn.reason}` : "."}`;
    default:
      return stage satisfies never;
  }
}
