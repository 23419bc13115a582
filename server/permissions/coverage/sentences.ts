import { londonDay } from "@/server/days";
import { dayInWords, listInWords, untilEndOf } from "@/server/format";
import type { Cover } from "@/server/permissions/coverage/covered";

type CoverageOfPeriod = { when: "before" | "under way" | "after"; covered: boolean; missing: string[]; by: Cover[] };

/** "Covered by the permission of 3 March 2027": of several needed, the last one given. */
export function coverInWords({ when, covered, missing, by }: CoverageOfPeriod): string {
  if (when === "before") return "Before it started";
  if (when === "after") return "After it ended";
  if (!covered) return `Not covered for ${listInWords(missing)}`;
  const latest = by.reduce<Cover | null>((best, cover) => (best && best.at >= cover.at ? best : cover), null);
  return latest ? `Covered ${byWhat(latest)}` : "Nobody carries anything, so nothing is needed";
}

const byWhat = ({ by, at }: Cover) =>
  by === "answer"
    ? `by the permission of ${dayInWords(londonDay(at))}`
    : `without asking, by what was allowed on ${dayInWords(londonDay(at))}`;

/** What covered each organisation as known on a past day, one sentence per organisation. */
export function knownInWords(on: string, covers: readonly { organisation: string; cover: Cover | null }[]): string[] {
  if (covers.length === 0) return [`As known on ${dayInWords(on)}, nobody carried a risk or a dip of it.`];
  return covers.map(({ organisation, cover }) =>
    cover
      ? `As known on ${dayInWords(on)}, it was covered for ${organisation} ${byWhat(cover)}, ${untilEndOf(cover.endsOn)}.`
      : `As known on ${dayInWords(on)}, it was not covered for ${organisation}.`,
  );
}

/** The chart's "Permission" column: shown for every point, read aloud only while the experiment was under way. */
export function coverAlongside(coverage: readonly (CoverageOfPeriod & { fromOn: string })[]) {
  const cells = new Map(coverage.map((period) => [period.fromOn, coverInWords(period)]));
  const underWay = new Set(coverage.flatMap(({ when, fromOn }) => (when === "under way" ? [fromOn] : [])));
  return {
    head: "Permission",
    cell: (on: string) => cells.get(on) ?? "",
    spoken: (on: string) => (underWay.has(on) ? (cells.get(on) ?? null) : null),
  };
}
