/**
 * The sum of finite numbers, optionally mapped, with Neumaier's compensation for rounding errors. With a plain sum, the mean of a
 * constant 0.95 differs from 0.95, which gives false signals.
 */
export function sum(values: readonly number[]): number;
export function sum<Item>(items: readonly Item[], of: (item: Item, i: number) => number): number;
export function sum(items: readonly number[], of?: (item: number, i: number) => number): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as number;
    const value = of ? of(item, i) : item;
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

/**
 * The mean, corrected by a second pass over the residuals, so that a constant series has exactly its own value. NaN
 * when empty.
 */
export function mean(values: readonly number[]): number {
  const count = values.length;
  if (count === 0) return Number.NaN;
  const total = sum(values);
  const first = Number.isFinite(total) ? total / count : sum(values, (value) => value / count);
  return first + sum(values, (value) => value - first) / count;
}

/** The median. NaN when empty. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return Number.NaN;
  return sorted.length % 2 === 1 ? upper : mean([sorted[middle - 1] ?? upper, upper]);
}
