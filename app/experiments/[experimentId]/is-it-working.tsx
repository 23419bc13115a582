import { Link } from "@/app/ui/link";
import { api } from "@/server/caller";

/** Every measure before and since the start, in a sentence each: first what balances it, where that gets worse. */
export async function IsItWorking({ experimentId }: { experimentId: string }) {
  const measures = await api.charts.working({ experimentId });
  if (measures.length === 0) return null;
  return (
    <section aria-label="Is it working?">
      <h2 className="nhsuk-heading-m mb-2">Is it working?</h2>
      {measures.map(({ measureId, name, sentence }) => (
        <p key={measureId}>
          <Link href={`/experiments/${experimentId}/results`} dir="auto">
            {name}
          </Link>
          : {sentence}
        </p>
      ))}
    </section>
  );
}
