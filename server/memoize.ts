/**
 * A function with its results remembered: a page has many charts of the same weeks, and each formats its days and figures
 * several times. At `maxEntries` all is forgotten, which is simpler than forgetting the oldest and as good here.
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
