/** The measurements of one slice of a round. */
export type Slice = {
  /** Response times in milliseconds. */
  p50: number;
  p95: number;
  perSecond: number;
  requests: number;
  /** Processor time of all requests in milliseconds, in the server's process and in PostgreSQL's; null where not known. */
  cpu: number | null;
  databaseCpu: number | null;
  /** Statements of all requests that reached PostgreSQL; null where nobody counted. */
  statements: number | null;
};

/** The measurements of all slices together, with processor time per request. */
export type Figures = Omit<Slice, "requests">;
export const figureNames = ["p50", "p95", "perSecond", "cpu", "databaseCpu"] as const satisfies (keyof Figures)[];

/** Processor time of the server and of PostgreSQL together; null where neither is known. */
export const allCpu = ({ cpu, databaseCpu }: Pick<Figures, "cpu" | "databaseCpu">): number | null =>
  cpu === null && databaseCpu === null ? null : (cpu ?? 0) + (databaseCpu ?? 0);

/** Nearest-rank percentile. */
export function percentile(values: readonly number[], hundredths: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((hundredths / 100) * sorted.length) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [below = Number.NaN, above = Number.NaN] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? above : (below + above) / 2;
}

/**
 * Medians over the rounds, so that a round in which the machine was busy does not count. Processor time is counted in
 * ticks of 10 ms, too coarse for one slice, so it is summed over all slices.
 */
export function figuresOf(slices: readonly Slice[]): Figures {
  return {
    p50: median(slices.map((slice) => slice.p50)),
    p95: median(slices.map((slice) => slice.p95)),
    perSecond: median(slices.map((slice) => slice.perSecond)),
    cpu: eachRequest(slices, "cpu"),
    databaseCpu: eachRequest(slices, "databaseCpu"),
    statements: eachRequest(slices, "statements"),
  };
}

/** Ours divided by theirs: the median of the rounds' ratios, and for processor time the ratio of the sums. */
export function ratioOf(ours: readonly Slice[], theirs: readonly Slice[]): Figures {
  const inPairs = (name: "p50" | "p95" | "perSecond") =>
    median(ours.map((mine, round) => mine[name] / (theirs[round]?.[name] ?? Number.NaN)));
  const ofAll = (name: "cpu" | "databaseCpu" | "statements") =>
    ratio(eachRequest(ours, name), eachRequest(theirs, name));
  return {
    p50: inPairs("p50"),
    p95: inPairs("p95"),
    perSecond: inPairs("perSecond"),
    cpu: ofAll("cpu"),
    databaseCpu: ofAll("databaseCpu"),
    statements: ofAll("statements"),
  };
}

function eachRequest(slices: readonly Slice[], name: "cpu" | "databaseCpu" | "statements"): number | null {
  const times = slices.map((slice) => slice[name]).filter((time) => time !== null);
  const requests = slices.reduce((total, slice) => total + slice.requests, 0);
  return times.length === 0 ? null : times.reduce((total, time) => total + time, 0) / requests;
}

export const ratio = (mine: number | null, theirs: number | null): number | null =>
  mine === null || !theirs ? null : mine / theirs;
