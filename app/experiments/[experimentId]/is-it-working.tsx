import Link from "next/link";
import { api } from "@/server/caller";

/** The main measure before and since the start: the outcome if it has results, else a process measure. */
export async function IsItWorking({ experimentId }: { experimentId: string }) {
  const [measure] = (await api.charts.working({ experimentId })).filter(({ role }) => role !== "balancing");
  if (!measure) return null;
  return (
    <section aria-label="Is it working?">
      <h2 className="nhsuk-heading-m mb-2">Is it working?</h2>
      <p>
        <Link href={`/experiments/${experimentId}/results`} dir="auto">
          {measure.name}
        </Link>
        : {measure.sentence}
      </p>
    </section>
  );
}
