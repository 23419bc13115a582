import { describe, expect, test } from "vitest";
import { addDays } from "@/server/days";
import { worldToday } from "./calendar";
import type { ExperimentRecord } from "./experiment-record";
import { quillshire } from "./quillshire/world";
import { findRecord } from "./rows/demo-system";
import { saltholm } from "./saltholm/world";

const stories = [quillshire, saltholm].flatMap((world) =>
  world.experiments.map((experiment) => ({ world, experiment, key: experiment.key })),
);

test.each([quillshire, saltholm])(
  "nothing of $name begins or ends within the world's week: its 7 days are alike",
  (world) => {
    const within = Array.from({ length: 5 }, (_, day) => addDays(worldToday, day + 1));
    const text = JSON.stringify(world);
    for (const day of within) expect(text).not.toContain(day);
    const sunday = addDays(worldToday, 6);
    expect(text).not.toMatch(new RegExp(`"(until|to)":"${worldToday}"|"from":"${sunday}"|{(${worldToday}|${sunday})}`));
  },
);

describe.each(stories)("$key", ({ world, experiment }) => {
  const {
    registered,
    requests = [],
    standingUses = [],
    turns = [],
    reviews = [],
    conclusion,
    dips = [],
    stopRules = [],
  } = experiment;

  test("happens in order, and before the world's today", () => {
    const written = experiment.risksWrittenAt ?? registered.at;
    const life = [registered.at, written, ...requests.map(({ at }) => at)];
    expect(life).toEqual(life.toSorted());
    const turned = [...turns.map(({ at }) => at), ...(conclusion ? [conclusion.at] : [])];
    expect(turned).toEqual(turned.toSorted());
    const answers = [...requests, ...reviews].flatMap(({ at, answers }) => answers.map((answer) => [at, answer.at]));
    for (const [askedAt = "", answeredAt = ""] of answers) expect(answeredAt > askedAt).toBe(true);
    for (const moment of [...life, ...turned, ...answers.flat()]) expect(moment < worldToday).toBe(true);
  });

  test("starts only with the permission of everyone who carries something", () => {
    const start = turns.find(({ turn }) => turn === "started");
    if (!start) return;
    const day = start.at.slice(0, 10);
    for (const carrier of carriersOf(experiment)) {
      const given = requests.filter(({ from, until }) => from <= day && until >= day).flatMap(({ answers }) => answers);
      const yes = given.find((answer) => answer.for === carrier && answer.answer.startsWith("yes"));
      const use = standingUses.find((one) => one.for === carrier && one.until >= day);
      expect((use ?? yes)?.at.localeCompare(start.at), carrier).toBe(-1);
    }
  });

  test("is answered by leaders who are not on its team and wrote none of it", () => {
    const involved = [registered.by, ...experiment.team.map(({ who }) => who), ...requests.map(({ by }) => by)];
    for (const answer of requests.flatMap(({ answers }) => answers)) {
      expect(involved).not.toContain(answer.by);
      const leads = findRecord(world.people, answer.by).worksIn.some(({ at, leader }) => at === answer.for && leader);
      expect(leads, `${answer.by} leads ${answer.for}`).toBe(true);
      expect(carriersOf(experiment)).toContain(answer.for);
    }
  });

  test("carries, dips and stops only on what it has", () => {
    const measures: string[] = Object.values(experiment.measures).flat();
    for (const dip of dips) {
      expect(measures).toContain(dip.measure);
      expect(addDays(dip.from, 6) <= dip.until).toBe(true);
    }
    for (const { on } of stopRules) if (on) expect(measures).toContain(on.measure);
    for (const carrier of carriersOf(experiment)) expect(experiment.takingPart).toContain(carrier);
    expect(experiment.takingPart).toContain(experiment.lead);
    for (const { who } of experiment.team) findRecord(world.people, who);
    for (const measure of measures) findRecord(world.measures, measure);
  });

  test("was paused within 3 days of each week in which a stop rule of it was met, and at no other time", () => {
    const pauses = turns
      .filter(({ pauseReason }) => pauseReason === "a stop rule was met")
      .map(({ at }) => at.slice(0, 10));
    const met = whenStopRulesWereMet(world, experiment);
    expect(pauses.length).toBe(met.length);
    met.forEach((sunday, index) => {
      const pause = pauses[index] ?? "";
      expect(pause > sunday && pause <= addDays(sunday, 3), `met on ${sunday}, paused on ${pause}`).toBe(true);
    });
  });

  test("says no month that would not move with the calendar", () => {
    const months =
      /\b(January|February|March|April|(in|of|until|by|since) May|June|July|August|September|October|November|December)\b/;
    expect(JSON.stringify(experiment)).not.toMatch(months);
  });

  test("has a name that fits a heading", () => expect(experiment.title.length).toBeLessThanOrEqual(65));
});

const carriersOf = ({ risks, dips = [] }: ExperimentRecord) => [
  ...new Set([...risks, ...dips].flatMap(({ carriedBy }) => carriedBy)),
];

const meets = {
  "at or above": (value: number, threshold: number) => value >= threshold,
  above: (value: number, threshold: number) => value > threshold,
  "at or below": (value: number, threshold: number) => value <= threshold,
  below: (value: number, threshold: number) => value < threshold,
};

/** The Sundays on which a safety rule was met by the weeks since the experiment last started or resumed. */
function whenStopRulesWereMet(world: typeof quillshire, { turns = [], stopRules = [] }: ExperimentRecord): string[] {
  return stopRules.flatMap(({ kind, on }) => {
    if (kind !== "safety" || !on) return [];
    const { points } = findRecord(world.measures, on.measure);
    const sundays: string[] = [];
    let running = 0;
    points.values.forEach((value, week) => {
      const monday = addDays(points.from, 7 * week);
      const latest = turns.findLast(({ at }) => at.slice(0, 10) <= monday);
      const under = latest?.turn === "started" || latest?.turn === "resumed";
      if (under && latest?.at.startsWith(monday)) running = 0;
      running = under && meets[on.metWhen](value, on.threshold) ? running + 1 : 0;
      if (running === on.weeksRunning) sundays.push(addDays(monday, 6));
    });
    return sundays;
  });
}
