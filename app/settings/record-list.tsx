import { Link } from "@/app/ui/link";
import type { api } from "@/server/caller";
import { daysInWords } from "@/server/format";

type Records = Awaited<ReturnType<typeof api.permissions.myRecords>>;

/** The records people took part in, which they can still read and print after they leave. */
export function RecordList({ records }: { records: Records }) {
  if (records.length === 0) return null;
  return (
    <>
      <h2>Records you took part in</h2>
      <p>They stay yours to read and print, also after you leave.</p>
      <ul className="nhsuk-list">
        {records.map(({ id, title, fromOn, endsOn }) => (
          <li key={id}>
            <Link className="inline-block py-1" href={`/permissions/${id}`} dir="auto">
              {title}, {daysInWords(fromOn, endsOn)}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
