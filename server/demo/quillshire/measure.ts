import type { MeasureRecord } from "../records";
import { seriesPoints } from "../series";
import { seriesPlans } from "../series-plans/all";
import type { OrganisationKey } from "./organisations";
import type { PersonKey } from "./people/all";

type Measure = MeasureRecord<PersonKey, OrganisationKey>;
type MeasureDetails = Pick<Measure, "operationalDefinition" | "loggedBy" | "rebases" | "leftOut" | "notes"> & {
  counting: Measure["counting"];
  /** One organisation, or several with their shares. */
  from: OrganisationKey | Measure["contributors"];
};
type MeasureWithoutSeries = MeasureDetails &
  Pick<Measure, "name" | "unit" | "direction" | "chartKind"> & { decimals?: number };

// All measures were agreed on one day, and Wren entered them
const agreed = { definedBy: "wren", definedAt: "2025-05-08 10:30" } as const;

const contributorsOf = (from: MeasureDetails["from"]) => (typeof from === "string" ? [{ from }] : from);

/** A measure whose name, unit, target and values come from its series plan. */
export function withSeries(key: string, { from, ...details }: MeasureDetails): Measure {
  const plan = seriesPlans.find((one) => one.key === key);
  if (!plan) throw new Error(`There is no series ${key}`);
  const points = seriesPoints(plan);
  return {
    ...agreed,
    ...details,
    name: plan.name,
    unit: plan.unit,
    direction: plan.direction,
    decimals: plan.decimals,
    target: plan.target,
    baselinePoints: plan.baseline,
    contributors: contributorsOf(from),
    points: { from: points[0]?.startsOn ?? "", values: points.map((point) => point.value) },
  };
}

/** A measure with a few weekly values, or none yet. */
export function withPoints(
  { from, decimals = 0, ...details }: MeasureWithoutSeries,
  points: Measure["points"] = noneYet,
): Measure {
  return { ...agreed, ...details, decimals, contributors: contributorsOf(from), points };
}

const noneYet = { from: "2026-05-04", values: [] };
