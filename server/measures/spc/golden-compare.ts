/** Compares the engine's results with a reference's and describes the differences in short lines. */
export class Comparison {
  readonly differences: string[] = [];
  private readonly nearZero: number;

  /** @param inputs - the chart's values: results near 0 may differ by 1e-12 of the largest */
  constructor(inputs: readonly (number | null)[]) {
    this.nearZero = 1e-12 * inputs.reduce<number>((most, value) => Math.max(most, Math.abs(value ?? 0)), 0);
  }

  /** Numbers to a relative 1e-9; everything else exactly. */
  same(name: string, found: unknown, expected: unknown) {
    if (Array.isArray(found) && Array.isArray(expected)) {
      if (found.length !== expected.length) this.differences.push(`${name}: ${found.length} of ${expected.length}`);
      else for (const [i, value] of found.entries()) this.same(`${name}[${i}]`, value, expected[i]);
    } else if (!this.equal(found, expected)) {
      this.differences.push(`${name}: ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`);
    }
  }

  private equal(found: unknown, expected: unknown): boolean {
    if (typeof found !== "number" || typeof expected !== "number") return found === expected;
    if (expected === 0) return Math.abs(found) <= this.nearZero;
    return Math.abs(found - expected) <= 1e-9 * Math.abs(expected);
  }
}
