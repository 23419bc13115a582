import { Refusal } from "@/server/errors";
import type { SystemPoint } from "@/server/measures/series";

/** A rebase needs a period with a result that is not the first, and no rebase there already. @throws {Refusal} */
export function refuseUnlessRebasable(points: readonly SystemPoint[], rebasedOn: readonly string[], periodOn: string) {
  const values = points.filter((point) => point.value !== null);
  if (!values.slice(1).some((point) => point.on === periodOn)) {
    throw new Refusal([], { periodOn: "Choose a period that has a result, but not the first" });
  }
  if (rebasedOn.includes(periodOn)) {
    throw new Refusal([], { periodOn: "The limits are set anew from this period already" });
  }
}

/** Only an existing result that is not left out yet can be left out. @throws {Refusal} */
export function refuseUnlessCounted(points: readonly SystemPoint[], leftOutOn: readonly string[], periodOn: string) {
  if (!points.some((point) => point.on === periodOn && point.value !== null)) {
    throw new Refusal([], { periodOn: "Choose a period that has a result" });
  }
  if (leftOutOn.includes(periodOn)) throw new Refusal([], { periodOn: "This result is left out already" });
}

/** Notes are about past or present days. @throws {Refusal} */
export function refuseUnlessPast(happenedOn: string, today: string) {
  if (happenedOn > today)
    throw new Refusal([], { happenedOn: "This day has not come yet. Note it once it has happened" });
  if (happenedOn < "1900-01-01") throw new Refusal([], { happenedOn: "Choose a day after 1900" });
}
