import type { Route } from "next";
import { Inset } from "@/app/ui/inset";
import { Link } from "@/app/ui/link";
import { dayInWords } from "@/server/format";

export type RenewedPermission = { fromOn: string; endsOn: string; number: number };

/** Which permission is renewed, for the leader who is asked again. Why it is stands with the terms. */
export function Renewed({ experimentId, renewed }: { experimentId: string; renewed: RenewedPermission }) {
  const { fromOn, endsOn, number } = renewed;
  return (
    <Inset>
      <p className="mb-2">
        This is renewal {number}, of permission from {dayInWords(fromOn)} to {dayInWords(endsOn)}.
      </p>
      <p className="mb-0">
        <Link href={`/experiments/${experimentId}/permission/renew` as Route}>See what was learned so far</Link>
      </p>
    </Inset>
  );
}
