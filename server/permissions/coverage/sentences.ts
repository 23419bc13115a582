import { londonDay } from "@/server/days";
import { dayInWords, listInWords, untilEndOf } from "@/server/format";
import type { Cover } from "@/server/permissions/coverage/covered";

type Told = { when: "before" | "under way" | "after"; covered: boolean; missing: string[]; by: Cover[] };

/** "Covered by the permission of 3 March 2027": of several that were needed, the one that made it whole. */
export function coverInWords({ when, covered, missing, by }: Told): string {
  if (when === "before") return "Before it started";
  if (when === "after") return "After it ended";
  if (!covered) return `Not covered for ${listInWords(missing)}`;
  const latest = by.reduce<Cover | null>((best, one) => (best && best.at >= one.at ? best : one), null);
  return latest ? `Covered ${byWhat(latest)}` : "Nobody carries anything, so nothing is needed";
}

const byWhat = ({ by, at }: Cover) =>
  by === "answer"
    ? `by the permission of ${dayInWords(londonDay(at))}`
    : `without asking, by what was allowed on ${dayInWords(londonDay(at))}`;

/** What was known on a past day, one sentence an organisation. */
export function knownInWords(on: string, told: readonly { organisation: string; cover: Cover | null }[]): string[] {
  if (told.length === 0) return [`As known on ${dayInWords(on)}, nobody carried a risk or a dip of it.`];
  return told.map(({ organisation, cover }) =>
    cover
      ? `As known on ${dayInWords(on)}, it was covered for ${organisation} ${byWhat(cover)}, ${untilEndOf(cover.endsOn)}.`
      : `As known on ${dayInWords(on)}, it was not covered for ${organisation}.`,
  );
}

/** For a chart: a column of its table says it of every point; aloud it is said of those while it was under way. */
export function coverAlongside(coverage: readonly (Told & { fromOn: string })[]) {
  const cells = new Map(coverage.map((one) => [one.fromOn, coverInWords(one)]));
  const underWay = new Set(coverage.flatMap(({ when, fromOn }) => (when === "under way" ? [fromOn] : [])));
  return {
    head: "Permission",
    cell: (on: string) => cells.get(on) ?? "",
    spoken: (on: string) => (underWay.has(on) ? (cells.get(on) ?? null) : null),
  };
}
