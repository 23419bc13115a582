import { type RunsAnalysis, runsAnalysis } from "./runs";
import type { Screening } from "./settings";
import { type CentreAndSigma, type ControlKind, centreAndSigma } from "./sigma";
import { type AttributeRow, type Subgroup, subgroups } from "./subgroups";

export interface ControlOptions {
  /** Points after which a new part starts, counted from 1: [24] splits after the 24th. */
  partsAfter?: readonly number[];
  /** Number of points at the start that set centre and limits. Ignored when there are parts. */
  freeze?: number | null;
  /** Points, counted from 0, that are shown but excluded from limits and runs. */
  leftOut?: readonly number[];
  /** A centre line known in advance. */
  centre?: number | null;
  /** Factor for display: 100 for percentages, 1,000 for rates. */
  times?: number;
  /** How several rows of one subgroup without denominator are combined. */
  summarise?: "mean" | "sum";
  /** For time between events only. */
  screening?: Screening;
}

export interface ControlPoint {
  at: string | number;
  y: number | null;
  outOf: number | null;
  part: number;
  inBaseline: boolean;
  leftOut: boolean;
  centre: number | null;
  /** Three and two sigma; null where there is no limit. */
  lcl: number | null;
  lcl95: number | null;
  ucl95: number | null;
  ucl: number | null;
  outside: boolean;
}

export interface ControlPart {
  /** Number of points in the runs analysis, with or without a value. */
  places: number;
  centre: number | null;
  runs: RunsAnalysis;
}

export interface ControlChart {
  points: readonly ControlPoint[];
  parts: readonly ControlPart[];
}

/**
 * A run chart, or a p, u, c, g or t chart, with the Anhøj rules for each part.
 * @throws {RangeError} with a sentence, when a time between events is not above 0
 * @see qicharts2 0.8.1, loaded with library(): only then do its t charts screen their ranges
 */
export function controlChart(
  kind: ControlKind,
  rows: readonly AttributeRow[],
  options: ControlOptions = {},
): ControlChart {
  const { partsAfter = [], leftOut = [], centre = null, times = 1, summarise = "mean", screening = "ranges" } = options;
  const groups = subgroups(rows, summarise);
  const edges = [...new Set([0, ...partsAfter])]
    .filter((edge) => edge >= 0 && edge < groups.length)
    .sort((a, b) => a - b);
  const frozen = partsAfter.length > 0 ? null : options.freeze;
  const out = new Set(leftOut);
  const points: ControlPoint[] = [];
  const parts = edges.map((from, part) => {
    const places = groups.slice(from, edges[part + 1]).map((group, i) => ({
      group,
      part,
      leftOut: out.has(from + i),
      inBaseline: frozen == null || from + i < frozen,
    }));
    const base = places.filter((place) => place.inBaseline && !place.leftOut).map((place) => place.group);
    const found = centreAndSigma[kind]({ part: places.map((place) => place.group), base, known: centre, screening });
    points.push(
      ...places.map((place, i) => ({
        ...plot(place.group, i, found, times),
        part,
        leftOut: place.leftOut,
        inBaseline: place.inBaseline,
      })),
    );
    const counted = found.values.filter((_, i) => !places[i]?.leftOut);
    const middle = finite(found.centre);
    return { places: counted.length, centre: scaled(middle, times), runs: runsAnalysis(counted, middle) };
  });
  return { points, parts };
}

function plot(group: Subgroup, i: number, found: CentreAndSigma, times: number) {
  const y = scaled(found.values[i] ?? null, times);
  const limit = (sigmas: number) => {
    const at = found.middle + sigmas * found.sigma(i);
    return scaled(finite(found.limit(at, sigmas)), times);
  };
  const [lcl, lcl95, ucl95, ucl] = [limit(-3), limit(-2), limit(2), limit(3)];
  const outside = y !== null && ((ucl !== null && y > ucl) || (lcl !== null && y < lcl));
  return {
    at: group.at,
    y,
    outOf: group.outOf,
    centre: scaled(finite(found.centre), times),
    lcl,
    lcl95,
    ucl95,
    ucl,
    outside,
  };
}

const finite = (value: number) => (Number.isFinite(value) ? value : null);
const scaled = (value: number | null, times: number) => (value === null ? null : value * times);
