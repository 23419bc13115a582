import { Inset } from "@/app/ui/inset";
import { Link } from "@/app/ui/link";

type Affected = { organisation: string; experimentId: string; title: string; opens: boolean };

/** The experiments for which nobody answers, or would not after an act, shown before its button. */
export function AffectedList({ heading, affected }: { heading: string; affected: readonly Affected[] }) {
  if (affected.length === 0) return null;
  return (
    <Inset>
      <p className="mb-2">{heading}</p>
      <ul className="nhsuk-list nhsuk-list--bullet mb-0">
        {affected.map(({ organisation, experimentId, title, opens }) => (
          <li key={`${organisation} ${experimentId}`}>
            {opens ? (
              <Link href={`/experiments/${experimentId}`} dir="auto">
                {title}
              </Link>
            ) : (
              <span dir="auto">{title}</span>
            )}
            {`, carried by ${organisation}`}
          </li>
        ))}
      </ul>
    </Inset>
  );
}
