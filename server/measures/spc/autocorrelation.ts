import { mean, sum } from "./average";

/** Above this autocorrelation, signals are less reliable. */
export const R1_TO_WARN = 1 / 3;

/** The lag-1 autocorrelation r₁ of one part; null below 13 values, or when all values are equal. */
export const lagOneCorrelation = (values: readonly (number | null)[]): number | null => lagCorrelation(values, 1);

/** The autocorrelation at a lag; null below 13 values, or when all values are equal. */
export function lagCorrelation(values: readonly (number | null)[], lag: number): number | null {
  const present = values.filter((value) => value !== null);
  if (present.length < 13) return null;
  const centre = mean(present);
  const spread = sum(present, (value) => (value - centre) ** 2);
  if (!(spread > 0)) return null;
  const together = sum(values, (here, i) => {
    const before = values[i - lag];
    return before == null || here === null ? 0 : (before - centre) * (here - centre);
  });
  return together / spread;
}
