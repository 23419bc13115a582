import type { Route } from "next";
import { Card } from "@/app/ui/card";
import { SummaryList } from "@/app/ui/summary-list";
import type { api } from "@/server/caller";
import { actsInWords } from "@/server/cycles/words";
import { dayInWords, daysInWords } from "@/server/format";

type Cycle = Awaited<ReturnType<typeof api.cycles.list>>["cycles"][number];
type CycleCardProps = { experimentId: string; cycle: Cycle; changeable: boolean };

/** One PDSA cycle, read only. */
export function CycleCard({ experimentId, cycle, changeable }: CycleCardProps) {
  const { id, number, plan, prediction, fromOn, endsOn, done, studied, act } = cycle;
  const href = `/experiments/${experimentId}/cycles/${id}` as Route;
  return (
    <Card title={`Cycle ${number}`}>
      <SummaryList
        rows={[
          { term: "Plan", value: plan, change: changeable ? { href, what: `cycle ${number}` } : undefined },
          { term: "We expect", value: prediction },
          { term: "When", value: endsOn ? daysInWords(fromOn, endsOn) : `From ${dayInWords(fromOn)}` },
          { term: "Done", value: done || "Not written yet" },
          { term: "Seen", value: studied || "Not written yet" },
          { term: "What next", value: act ? actsInWords[act] : "Not decided yet" },
        ]}
      />
    </Card>
  );
}
