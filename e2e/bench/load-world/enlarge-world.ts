import { addDays } from "@/server/days";
import type { WorldDay, WorldMoment } from "@/server/demo/calendar";
import type { ExperimentRecord } from "@/server/demo/experiment-record";
import type { World } from "@/server/demo/records";
import { seriesPoints } from "@/server/demo/series";
import { seriesPlans } from "@/server/demo/series-plans/all";
import { copyWorld } from "./copy-world";
import { randomFrom } from "./random";

/**
 * A system with `times` copies of its records, the original included. A seeded random generator gives each copy its own
 * figures, by the demo world's formula, and registration dates, so that lists by date mix copies and originals.
 */
export function enlargeWorld(world: World, times: number, seed = 42): World {
  const chance = randomFrom(seed);
  const below = (number: number) => Math.floor(chance() * number);
  const copies = Array.from({ length: times - 1 }, (_, index) => {
    const copy = copyWorld(withNewFigures(world, below), index + 2);
    return { ...copy, experiments: copy.experiments.map((it) => registeredEarlier(it, below(365))) };
  });
  const all = [world, ...copies];
  const together = <Value>(part: (copy: World) => Record<string, Value>) => Object.assign({}, ...all.map(part));
  return {
    ...world,
    population: world.population * times,
    organisations: together((copy) => copy.organisations),
    people: together((copy) => copy.people),
    measures: together((copy) => copy.measures),
    administrators: all.flatMap((copy) => copy.administrators),
    deputies: all.flatMap((copy) => copy.deputies),
    boards: all.flatMap((copy) => copy.boards),
    standing: all.flatMap((copy) => copy.standing),
    experiments: all.flatMap((copy) => copy.experiments),
  };
}

function withNewFigures(world: World, below: (number: number) => number): World {
  const measures = Object.entries(world.measures).map(([key, measure]) => {
    const plan = seriesPlans.find((plan) => plan.key === key);
    if (!plan || measure.points.values.length !== plan.weeks) return [key, measure];
    const values = seriesPoints({ ...plan, key: `E${below(1_000)}` }).map((point) => point.value);
    return [key, { ...measure, points: { ...measure.points, values } }];
  });
  return { ...world, measures: Object.fromEntries(measures) };
}

/** Only the registration moves, so the experiment keeps its stage. */
function registeredEarlier(it: ExperimentRecord, days: number): ExperimentRecord {
  const { by, at } = it.registered;
  const earlier = `${addDays(at.slice(0, 10), -days)} ${at.slice(11)}` as WorldMoment;
  const team = it.team.map((member) => ({ ...member, from: member.from ?? (at.slice(0, 10) as WorldDay) }));
  return { ...it, registered: { by, at: earlier }, risksWrittenAt: it.risksWrittenAt ?? at, team };
}
