import { Link } from "@/app/ui/link";
import { Table } from "@/app/ui/table";
import type { PathwayStage } from "@/db/vocabulary";
import { sentenceCase } from "@/server/format";

type StagesTableProps = {
  systemId: string;
  stages: readonly { stage: PathwayStage; starts: number; shows: number }[];
  chosen?: PathwayStage;
};

/** The stages of care, with where problems start and where they show; each links to its charts. */
export function StagesTable({ systemId, stages, chosen }: StagesTableProps) {
  return (
    <Table
      caption="Where trouble starts and where it shows, by experiments that have not ended"
      columns={[{ header: "Stage" }, { header: "Starts here", numeric: true }, { header: "Shows here", numeric: true }]}
      rows={stages.map(({ stage, starts, shows }) => ({
        key: stage,
        cells: [
          stage === chosen ? (
            <strong key="stage" aria-current="true">
              {sentenceCase(stage)}
            </strong>
          ) : (
            <Link key="stage" href={`/systems/${systemId}?stage=${encodeURIComponent(stage)}`}>
              {sentenceCase(stage)}
            </Link>
          ),
          starts,
          shows,
        ],
      }))}
    />
  );
}
