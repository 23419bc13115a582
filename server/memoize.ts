/**
 * Caches a function's results: a page has many charts of the same weeks, and each formats its days and values several
 * times. At `maxEntries` the cache is cleared, which is simpler than evicting the oldest and as good here.
 */
export function memoize<Input extends string | number, Output extends string>(
  compute: (input: Input) => Output,
  maxEntries = 5_000,
): (input: Input) => Output {
  const results = new Map<Input, Output>();
  return (input) => {
    const remembered = results.get(input);
    if (remembered !== undefined) return remembered;
    const result = compute(input);
    if (results.size >= maxEntries) results.clear();
    results.set(input, result);
    return result;
  };
}
