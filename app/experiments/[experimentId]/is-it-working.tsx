import Link from "next/link";
import { api } from "@/server/caller";

/** The measure that says most, before and since the start: the outcome if it has results, else what the team does. */
export async function IsItWorking({ experimentId }: { experimentId: string }) {
  const [first] = (await api.charts.working({ experimentId })).filter((one) => one.role !== "balancing");
  if (!first) return null;
  return (
    <section aria-label="Is it working?">
      <h2 className="nhsuk-heading-m mb-2">Is it working?</h2>
      <p>
        <Link href={`/experiments/${experimentId}/results`} dir="auto">
          {first.name}
        </Link>
        : {first.sentence}
      </p>
    </section>
  );
}
