import { mean, median, sum } from "./average";
import { NOT_ABOVE_0 } from "./kinds";
import { averageMovingRange, D2, movingRanges } from "./moving-ranges";
import type { Screening } from "./settings";
import type { Subgroup } from "./subgroups";

export type ControlKind = "run" | "p" | "u" | "c" | "g" | "t";

/** The centre line, and sigma at each point; NaN where undefined. */
export interface CentreAndSigma {
  values: readonly (number | null)[];
  /** The centre line for drawing and for runs. */
  centre: number;
  /** The centre of the limits; differs from `centre` only on g charts. */
  middle: number;
  sigma: (place: number) => number;
  /** Transforms a limit back to the scale of the values and clips it to their range. */
  limit: (at: number, sigmas: number) => number;
}

export interface Basis {
  part: readonly Subgroup[];
  /** The points that set centre and limits. */
  base: readonly Subgroup[];
  known: number | null;
  screening: Screening;
}

const present = (values: readonly (number | null)[]) => values.filter((value) => value !== null);
const plotted = (groups: readonly Subgroup[]) => groups.map((group) => group.y);
const summed = (groups: readonly Subgroup[]) => groups.map((group) => group.sum);
/** Clips a finite limit; others stay as they are and are not shown. */
const clip = (at: number, least: number, most = Number.POSITIVE_INFINITY) =>
  Number.isFinite(at) ? Math.min(Math.max(at, least), most) : at;

/** Sum of numerators over sum of denominators: the centre of proportions and rates. */
function overall({ base, known }: Basis): number {
  return known ?? sum(present(summed(base))) / sum(base, (group) => group.outOf ?? 0);
}

function withSigma(
  values: readonly (number | null)[],
  centre: number,
  sigma: (place: number) => number,
): CentreAndSigma {
  return { values, centre, middle: centre, sigma, limit: (at) => clip(at, 0) };
}

/** Centre and sigma of each kind of chart, as in qicharts2. */
export const centreAndSigma: Record<ControlKind, (basis: Basis) => CentreAndSigma> = {
  run: ({ part, base, known }) => withSigma(plotted(part), known ?? median(present(plotted(base))), () => Number.NaN),
  p: (basis) => {
    const centre = overall(basis);
    const sigma = (i: number) => Math.sqrt((centre * (1 - centre)) / (basis.part[i]?.outOf ?? Number.NaN));
    return { ...withSigma(plotted(basis.part), centre, sigma), limit: (at) => clip(at, 0, 1) };
  },
  u: (basis) => {
    const centre = overall(basis);
    return withSigma(plotted(basis.part), centre, (i) => Math.sqrt(centre / (basis.part[i]?.outOf ?? Number.NaN)));
  },
  c: ({ part, base, known }) => {
    const centre = known ?? mean(present(summed(base)));
    return withSigma(summed(part), centre, () => Math.sqrt(centre));
  },
  g: ({ part, base, known }) => {
    const middle = known ?? mean(present(plotted(base)));
    const centre = known === null ? median(present(plotted(base))) : MEDIAN_OF_GEOMETRIC * middle;
    return { ...withSigma(plotted(part), centre, () => Math.sqrt(middle * (middle + 1))), middle };
  },
  t: timesBetween,
};

/** Median of a geometric distribution as a share of its mean, approximately (Provost and Murray 2011). */
// biome-ignore lint/suspicious/noApproximativeNumericConstant: the reference rounds ln 2 to three places
const MEDIAN_OF_GEOMETRIC = 0.693;

/** Nelson's transformation makes times between rare events nearly normal, as an individuals chart needs. */
const POWER = 3.6;

function timesBetween({ part, base, known, screening }: Basis): CentreAndSigma {
  if (present(plotted(part)).some((time) => time <= 0)) {
    throw new RangeError(NOT_ABOVE_0);
  }
  const root = (value: number | null) => (value === null ? null : value ** (1 / POWER));
  const back = (value: number) => value ** POWER;
  const roots = base.map((group) => root(group.y));
  const middle = root(known) ?? mean(present(roots));
  const oneSigma = averageMovingRange(movingRanges(roots), screening) / D2;
  // Transforms the values back and forth like the centre, so that a constant series lies exactly on it.
  const values = part.map((group) => (group.y === null ? null : back(root(group.y) ?? 0)));
  // A limit below 0 cannot be transformed back: the lower limit is then 0, the inner one is not shown.
  const limit = (at: number, sigmas: number) => (sigmas === -3 && !(at >= 0) ? 0 : back(at));
  return { ...withSigma(values, back(middle), () => oneSigma), middle, limit };
}
