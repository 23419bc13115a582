import { dayInWords, daysInWords, listInWords } from "@/server/format";
import { type MeasureInWords, naturalBounds, periodInWords, periodTick } from "@/server/measures/figures";
import type { AnalysedPoint, Analysis } from "@/server/measures/spc/analysis";
import { isByEvent } from "@/server/measures/spc/kinds";
import { notes } from "./chart-notes";
import { type Happening, happeningsInWords, marked, whatHappened } from "./dated-events";
import { drawnPart, onALine } from "./parts";
import { type ExpectedDip, headline, spokenPoint, textSummary } from "./sentence";
import { type Alongside, chartTable } from "./table";

/** What one page adds to a chart. */
export interface ChartSurroundings {
  /** Unique on the page. */
  id: string;
  /** Where the figures come from: "Ashlode General" or "3 of 4 organisations". */
  where?: string;
  dips?: readonly (ExpectedDip & { label?: string })[];
  /** Windows of permission, both days included: every leader needed had said yes. */
  permissions?: readonly { fromOn: string; endsOn: string }[];
  stopLines?: readonly { at: number; label: string }[];
  /** Dated events: starts, stops, notes, rebases, cycles, other changes. */
  happenings?: readonly Happening[];
  /** Further columns of the table. */
  alongside?: readonly Alongside[];
  /** More notes under the chart. */
  sentences?: readonly string[];
  /** The URL of this page with all points, and whether they are shown. */
  showAll?: { href: string; shown: boolean };
  /** The URL of this page with the numbers of a long chart, and whether they are shown. */
  numbers?: { href: string; shown: boolean };
}

/** A measure's chart for pages, e-mails and prints, all from one analysis. */
export function chartData(analysis: Analysis, measure: MeasureInWords, around: ChartSurroundings) {
  const { points, parts, target } = analysis;
  const summary = textSummary(analysis, measure, around.dips);
  const message = headline(analysis);
  const bounds = naturalBounds(
    measure.unit,
    points.map((point) => point.value),
  );
  const happened = marked(around.happenings ?? [], points[0]?.on);
  const alongside = [whatHappened(happened, measure.rhythm), ...(around.alongside ?? [])].filter(
    (column) => column !== null,
  );
  const permissions = (around.permissions ?? []).filter(({ endsOn }) => points[0] && endsOn >= points[0].on);
  const subtitle = [measure.name, around.where, spanInWords(points, measure)].filter(Boolean).join(", ");
  return {
    name: measure.name,
    headline: message,
    subtitle,
    summary,
    notes: [...notes(analysis, measure), ...permissionNote(permissions), ...(around.sentences ?? [])],
    happenings: happeningsInWords(happened),
    table: chartTable(analysis, measure, alongside),
    showAll: around.showAll ?? null,
    numbers: around.numbers ?? null,
    chart: {
      id: around.id,
      title: `${message}: ${subtitle}`,
      description: summary,
      unit: measure.unit,
      betterIs: measure.direction,
      points: points.map((point) => ({
        on: point.on,
        value: point.value,
        mark: markOf(point),
        // Made when they are asked for: few points of a long chart are drawn
        get tick() {
          return periodTick(point.on, measure.rhythm);
        },
        get sentence() {
          return [spokenPoint(point, analysis, measure), ...alongside.map((column) => column.spoken(point.on))]
            .filter(Boolean)
            .join(". ");
        },
      })),
      parts: parts.map((_, i) => drawnPart(analysis, i, measure)),
      goal: target === null ? null : { at: target, label: `Goal ${onALine(target, measure)}` },
      stopLines: around.stopLines ?? [],
      bands: (around.dips ?? []).map((dip) => ({
        from: dip.from,
        to: dip.to,
        label: dip.label ?? `Expected dip until ${dayInWords(dip.to)}${dip.agreed ? "" : ", not agreed yet"}`,
        near: points.find((point) => point.on >= dip.from)?.centre ?? points.at(-1)?.centre ?? dip.edge,
        far: dip.edge,
      })),
      windows: permissions.map(({ fromOn, endsOn }) => ({
        from: fromOn,
        to: endsOn,
        label: `Permission until ${dayInWords(endsOn)}`,
        short: "Permission",
      })),
      events: happened.map(({ on, label }) => ({ on, label })),
      inTurn: isByEvent(analysis.kind),
      ...bounds,
    },
  };
}

/** The permission windows in words, for those who cannot see the bar. */
function permissionNote(permissions: readonly { fromOn: string; endsOn: string }[]): string[] {
  if (permissions.length === 0) return [];
  return [
    `Permission, the bar above the dates: ${listInWords(permissions.map(({ fromOn, endsOn }) => daysInWords(fromOn, endsOn)))}.`,
  ];
}

type Mark = "ordinary" | "better" | "worse" | "changed" | "left out";

export function markOf({ kind, leftOut }: AnalysedPoint): Mark {
  if (leftOut) return "left out";
  if (kind === "common cause") return "ordinary";
  if (kind === "improvement") return "better";
  return kind === "concern" ? "worse" : "changed";
}

/** The chart's first to last period: "weeks ending 5 January 2026 to 10 May 2026". */
function spanInWords(points: readonly AnalysedPoint[], { rhythm }: MeasureInWords): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return "";
  const [from, to] = [first, last].map((point) => periodInWords(point.on, rhythm).replace("the week to ", ""));
  const span = from === to ? from : `${from} to ${to}`;
  return rhythm === "week" ? `weeks ending ${span}` : `${span}`;
}
