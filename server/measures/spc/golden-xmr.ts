import type { MeasureDirection } from "@/db/vocabulary";
import type { AnalysedPoint, Analysis } from "./analysis";
import { Comparison } from "./golden-compare";
import { POINTS_FOR_LIMITS } from "./limits-status";
import { nhsrPlotTheDots } from "./settings";
import { xmr } from "./xmr";

export interface GoldenXmr {
  input: { dates: string[]; values: (number | null)[] };
  options: {
    improvement_direction: "increase" | "decrease" | "neutral";
    target: number | null;
    rebase: string[];
    fix_after_n_points: number | null;
    screen_outliers: boolean;
  };
  expected: {
    points: Record<string, unknown[]>;
    summary: Record<string, unknown>[];
    variation_type: string;
    variation_icon: string;
    assurance_type: string | null;
    qicharts2_i: { runs_signal: boolean[] } | null;
  };
}

const directions: Record<string, MeasureDirection> = { increase: "up", decrease: "down", neutral: "neither" };

export function analyseGolden({ input, options }: GoldenXmr): Analysis {
  return xmr(
    input.dates.map((on, i) => ({ on, value: input.values[i] ?? null })),
    {
      direction: directions[options.improvement_direction] ?? "neither",
      target: options.target,
      partsFrom: options.rebase,
      baselinePoints: options.fix_after_n_points,
      settings: { ...nhsrPlotTheDots, screening: options.screen_outliers ? "ranges" : "none" },
    },
  );
}

/** Every difference between our results and those of NHSRplotthedots, in its terms. */
export function compareXmr(golden: GoldenXmr): string[] {
  const { expected, input } = golden;
  const found = analyseGolden(golden);
  const check = new Comparison([...input.values, golden.options.target]);
  const { points, parts } = found;
  const first = expected.points.rebase_group?.[0] === 1 ? 1 : 0;
  const column = (name: string, of: (point: AnalysedPoint) => unknown) =>
    check.same(name, points.map(of), expected.points[name]);
  column("date", (p) => p.on);
  column("value", (p) => p.value);
  column("rebase_group", (p) => p.part + first);
  column("short_group_warning", (p) => (parts[p.part]?.periods ?? 0) < POINTS_FOR_LIMITS);
  column("fix_y", (p) => (p.inBaseline ? p.value : null));
  column("mean", (p) => p.centre);
  column("lpl", (p) => p.lpl);
  column("upl", (p) => p.upl);
  column("outside_limits", (p) => p.outside);
  column("relative_to_mean", (p) => p.side);
  column("close_to_limits", (p) => p.near);
  column("special_cause_type", ruleName);
  column("special_cause_flag", (p) => p.signal !== null);
  column("point_type", pointType);
  column("target", () => golden.options.target);
  check.same("variation_type", found.last && pointType(found.last), expected.variation_type);
  check.same("variation_icon", iconName(found), expected.variation_icon);
  check.same("assurance_type", found.assurance && assuranceTypes[found.assurance], expected.assurance_type);
  for (const [i, part] of parts.entries()) {
    const those = points.filter((point) => point.part === i);
    const count = (type: string) => those.filter((point) => pointType(point) === type).length;
    const of = (name: string) => expected.summary[i]?.[name];
    check.same(`summary ${i} n`, part.periods, of("n"));
    check.same(`summary ${i} mean`, part.centre, of("mean"));
    check.same(`summary ${i} common_cause`, count("common_cause"), of("common_cause"));
    check.same(`summary ${i} improvement`, count("special_cause_improvement"), of("special_cause_improvement"));
    check.same(`summary ${i} concern`, count("special_cause_concern"), of("special_cause_concern"));
    check.same(
      `summary ${i} variation`,
      those.at(-1) && pointType(those.at(-1) as AnalysedPoint),
      of("variation_type"),
    );
  }
  if (expected.qicharts2_i)
    check.same(
      "qicharts2 runs_signal",
      points.map((p) => parts[p.part]?.runs.signal),
      expected.qicharts2_i.runs_signal,
    );
  check.same("summary parts", parts.length, expected.summary.length);
  return check.differences;
}

const assuranceTypes = { hits: "consistent_pass", misses: "consistent_fail", "hit and miss": "inconsistent" };

function ruleName({ signal }: AnalysedPoint): string {
  if (!signal) return "Common Cause";
  const high = signal.side === "high";
  if (signal.rule === "outside") return high ? "Above UCL" : "Below LCL";
  if (signal.rule === "trend") return `7 Point Trend (${high ? "Increasing" : "Decreasing"})`;
  return `${signal.rule === "shift" ? "7 Points" : "2 in 3"} ${high ? "Above" : "Below"} CL`;
}

const kindNames = {
  "common cause": "common_cause",
  improvement: "special_cause_improvement",
  concern: "special_cause_concern",
  "neutral high": "special_cause_neutral_high",
  "neutral low": "special_cause_neutral_low",
};
const pointType = ({ kind }: AnalysedPoint) => kindNames[kind];

function iconName({ last, direction }: Analysis): string {
  const name = last ? pointType(last).replace("special_cause_", "") : "";
  if (direction === "neither" || name === "common_cause") return name;
  const high = (name === "improvement") === (direction === "up");
  return `${name}_${high ? "high" : "low"}`;
}
