import { Card } from "@/app/ui/card";
import type { api } from "@/server/caller";
import { pluralise } from "@/server/format";
import { periodInWords } from "./period-in-words";

export type Standing = Awaited<ReturnType<typeof api.standing.list>>[number];

/** One standing permission: whose it is, what it allows, who gave it, and how it ended. */
export function StandingCard({ standing }: { standing: Standing }) {
  const { id, organisation, allows, note, uses, unconfirmed, withdrawn } = standing;
  return (
    <Card title={organisation ?? "For everyone"} href={`/standing/${id}`} level={3}>
      <p className="mb-2" dir="auto">
        {allows.join(" ")}
      </p>
      {note && (
        <p className="mb-2 whitespace-pre-wrap" dir="auto">
          “{note.trim()}”
        </p>
      )}
      {unconfirmed && !withdrawn && <p className="mb-2">It waits for a second person to confirm it.</p>}
      <p className="mb-0 text-s text-secondary" dir="auto">
        {periodInWords(standing)}{" "}
        {uses > 0 && `${pluralise(uses, "experiment has started by it", "experiments have started by it")}.`}
      </p>
    </Card>
  );
}
