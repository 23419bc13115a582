import { Link } from "@/app/ui/link";

type ChartLinksProps = { measureId: string; may: { rebase: boolean; leaveOutPoint: boolean; note: boolean } };

/** The links for people who may annotate a chart; none of them changes a result. */
export function ChartLinks({ measureId, may }: ChartLinksProps) {
  const links = [
    may.note && (["notes", "Note something on the chart"] as const),
    may.rebase && (["rebase", "Set the limits anew"] as const),
    may.leaveOutPoint && (["points", "Leave a result out of the limits"] as const),
  ].filter((link) => link !== false);
  if (links.length === 0) return null;
  return (
    <ul className="nhsuk-list print:hidden">
      {links.map(([part, label]) => (
        <li key={part} className="mb-0">
          <Link className="inline-block py-2" href={`/measures/${measureId}/${part}`}>
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
