import { Refusal } from "@/server/errors";
import type { SystemPoint } from "@/server/measures/series";

/** Limits are set anew from a period that has a result, after the first, and not from the same one twice. */
export function refuseUnlessRebasable(points: readonly SystemPoint[], rebasedOn: readonly string[], periodOn: string) {
  const values = points.filter((point) => point.value !== null);
  if (!values.slice(1).some((point) => point.on === periodOn)) {
    throw new Refusal([], { periodOn: "Choose a period that has a result, but not the first" });
  }
  if (rebasedOn.includes(periodOn)) {
    throw new Refusal([], { periodOn: "The limits are set anew from this period already" });
  }
}

/** Only a result that is there, and counts, can be left out. */
export function refuseUnlessCounted(points: readonly SystemPoint[], leftOutOn: readonly string[], periodOn: string) {
  if (!points.some((point) => point.on === periodOn && point.value !== null)) {
    throw new Refusal([], { periodOn: "Choose a period that has a result" });
  }
  if (leftOutOn.includes(periodOn)) throw new Refusal([], { periodOn: "This result is left out already" });
}

/** A note is of something that has happened. */
export function refuseUnlessPast(happenedOn: string, today: string) {
  if (happenedOn > today)
    throw new Refusal([], { happenedOn: "This day has not come yet. Note it once it has happened" });
  if (happenedOn < "1900-01-01") throw new Refusal([], { happenedOn: "Choose a day after 1900" });
}
