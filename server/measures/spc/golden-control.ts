import { type ControlPoint, controlChart } from "./control-chart";
import { Comparison } from "./golden-compare";
import type { ControlKind } from "./sigma";

export interface GoldenControl {
  kind: ControlKind;
  input: {
    dates?: string[];
    x?: number[];
    values?: (number | null)[];
    numerator?: (number | null)[];
    denominator?: (number | null)[];
  };
  options: {
    freeze: number | null;
    part: number[];
    exclude: number[];
    multiply: number;
    agg_fun: "mean" | "sum";
    method: string;
    cl: number | null;
    screened_mr: boolean | null;
  };
  expected: { points: Record<string, unknown[]>; parts: Record<string, unknown>[] };
}

export function chartGolden({ kind, input, options }: GoldenControl) {
  const places: readonly (string | number)[] = input.dates ?? input.x ?? [];
  const counts = input.values ?? input.numerator ?? [];
  const rows = places.map((at, i) => ({
    at,
    count: counts[i] ?? null,
    ...(input.denominator ? { outOf: input.denominator[i] ?? null } : {}),
  }));
  return controlChart(kind, rows, {
    freeze: options.freeze,
    partsAfter: options.part,
    leftOut: options.exclude.map((row) => row - 1),
    times: options.multiply,
    summarise: options.agg_fun,
    centre: options.cl,
    screening: options.screened_mr === false ? "none" : "ranges",
  });
}

/** Every difference between our results and those of qicharts2, in its terms. */
export function compareControl(golden: GoldenControl): string[] {
  const { expected, input, options, kind } = golden;
  const { points, parts } = chartGolden(golden);
  const inputs = [...(input.values ?? []), ...(input.numerator ?? []), ...(input.denominator ?? [])];
  const check = new Comparison(inputs.map((value) => (value ?? 0) * options.multiply));
  const column = (name: string, of: (point: ControlPoint) => unknown) =>
    check.same(name, points.map(of), expected.points[name]);
  column("x", (p) => p.at);
  column("y", (p) => p.y);
  column("part", (p) => p.part + 1);
  column("baseline", (p) => p.inBaseline);
  column("include", (p) => !p.leftOut);
  column("cl", (p) => p.centre);
  if (expected.points.denominator) column("denominator", (p) => p.outOf);
  if (kind !== "run") {
    column("lcl", (p) => p.lcl);
    column("lcl95", (p) => p.lcl95);
    column("ucl95", (p) => p.ucl95);
    column("ucl", (p) => p.ucl);
    column("sigma_signal", (p) => p.outside);
  }
  check.same("parts", parts.length, expected.parts.length);
  for (const [i, { places, centre, runs }] of parts.entries()) {
    const of = (name: string, value: unknown) => check.same(`part ${i + 1} ${name}`, value, expected.parts[i]?.[name]);
    of("n_obs", places);
    of("n_useful", runs.useful);
    of("centre", centre);
    of("longest_run", runs.longestRun);
    of("longest_run_max", runs.longestRunAllowed);
    of("n_crossings", runs.crossings);
    of("n_crossings_min", runs.crossingsNeeded);
    // The best box and cut box methods, which no page offers, differ only in the signal.
    if (options.method === "anhoej") of("runs_signal", runs.signal);
  }
  return check.differences;
}
