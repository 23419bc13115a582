import { londonDay } from "@/server/days";
import { dayInWords, untilEndOf } from "@/server/format";

type Given = {
  givenBy: string;
  givenAt: string;
  fromOn: string;
  endsOn: string | null;
  withdrawn: { reason: string; by: string; at: string } | null;
};

/** "Given by Sunniva on 12 January 2026, until it is taken back.", or how it ended: by whom, when and why. */
export function periodInWords({ givenBy, givenAt, fromOn, endsOn, withdrawn }: Given): string {
  const givenOn = londonDay(givenAt);
  const from = fromOn === givenOn ? "" : `, from ${dayInWords(fromOn)}`;
  const given = `Given by ${givenBy} on ${dayInWords(givenOn)}${from}`;
  if (!withdrawn) return `${given}, ${endsOn ? untilEndOf(endsOn) : "until it is taken back"}.`;
  const { by, at, reason } = withdrawn;
  return `${given}. Taken back by ${by} on ${dayInWords(londonDay(at))}, because: ${reason}`;
}
