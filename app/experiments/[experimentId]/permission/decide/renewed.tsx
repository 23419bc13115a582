import type { Route } from "next";
import Link from "next/link";
import { Inset } from "@/app/ui/inset";
import { dayInWords } from "@/server/format";

export type RenewedPermission = {
  fromOn: string;
  endsOn: string;
  number: number;
  /** Why the team asks for longer. */
  why: string;
};

/** Which permission is renewed and why, for the leader who is asked again. */
export function Renewed({ experimentId, renewed }: { experimentId: string; renewed: RenewedPermission }) {
  return (
    <Inset>
      {renewedInWords(renewed).map((sentence) => (
        <p key={sentence} className="mb-2" dir="auto">
          {sentence}
        </p>
      ))}
      <p className="mb-0">
        <Link href={`/experiments/${experimentId}/permission/renew` as Route}>See what was learned so far</Link>
      </p>
    </Inset>
  );
}

export function renewedInWords({ fromOn, endsOn, number, why }: RenewedPermission): string[] {
  const which = `This is renewal ${number}, of permission from ${dayInWords(fromOn)} to ${dayInWords(endsOn)}.`;
  return why ? [which, `Why longer: ${why}`] : [which];
}
