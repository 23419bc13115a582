/** The Anhøj rules: whether a series crosses its centre line too seldom, or has too long a run on one side, for chance. */
export interface RunsAnalysis {
  /** Number of values not on the centre line. */
  useful: number;
  longestRun: number | null;
  longestRunAllowed: number | null;
  crossings: number | null;
  crossingsNeeded: number | null;
  /** A signal of the series, not of a single point. */
  signal: boolean;
}

/** @see Anhøj and Olesen 2014; the numbers agree with qicharts2 */
export function runsAnalysis(values: readonly (number | null)[], centre: number | null): RunsAnalysis {
  let [useful, longestRun, run, crossings, lastSide] = [0, 0, 0, 0, 0];
  for (const value of values) {
    const side = value === null || centre === null ? 0 : Math.sign(value - centre);
    if (side === 0) continue;
    useful += 1;
    const crossed = lastSide !== 0 && side !== lastSide;
    if (crossed) crossings += 1;
    run = crossed ? 1 : run + 1;
    longestRun = Math.max(longestRun, run);
    lastSide = side;
  }
  if (useful === 0) {
    return { useful, longestRun: null, longestRunAllowed: null, crossings: null, crossingsNeeded: null, signal: false };
  }
  const longestRunAllowed = Math.round(Math.log2(useful)) + 3;
  const crossingsNeeded = fifthPercentile(useful - 1);
  const signal = longestRun > longestRunAllowed || crossings < crossingsNeeded;
  return { useful, longestRun, longestRunAllowed, crossings, crossingsNeeded, signal };
}

/**
 * The 5 % quantile of Binomial(n, 1/2): the smallest k with P(X <= k) >= 0.05. Starts at the middle, so that no power
 * of 1/2 underflows.
 */
function fifthPercentile(n: number): number {
  const middle = n >> 1;
  const weights = new Float64Array(n + 1);
  weights[middle] = 1;
  for (let k = middle; k > 0; k--) weights[k - 1] = ((weights[k] ?? 0) * k) / (n - k + 1);
  for (let k = middle; k < n; k++) weights[k + 1] = ((weights[k] ?? 0) * (n - k)) / (k + 1);
  const all = weights.reduce((total, weight) => total + weight, 0);
  let below = 0;
  for (let k = 0; k <= n; k++) {
    below += weights[k] ?? 0;
    if (below >= 0.05 * all) return k;
  }
  return n;
}
