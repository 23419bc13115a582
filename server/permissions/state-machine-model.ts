import fc from "fast-check";

export const firstDay = "2027-02-01";

export const names = [
  "lead",
  "on the team and leader",
  "second account",
  "colleague",
  "leader",
  "other leader",
] as const;
export type Name = (typeof names)[number];
export const team: Name[] = ["lead", "on the team and leader", "second account"];
export type Side = "ours" | "theirs";
export const answersFor: Record<Side, Name[]> = {
  ours: ["on the team and leader", "second account", "leader"],
  theirs: ["other leader"],
};
/** Leaders who are not on the team with any of their accounts. */
export const mayAnswer: Record<Side, Name[]> = { ours: ["leader"], theirs: ["other leader"] };

export type Act =
  | { does: "wait"; days: number }
  | { does: "ask"; by: Name; fromIn: number; days: number }
  | { does: "answer"; by: Name; side: Side; answer: "yes" | "question" | "not this time" }
  | { does: "withdraw"; by: Name; side: Side; older: boolean }
  | { does: "take back" | "edit" | "start" | "pause" | "resume" | "look for reminders"; by: Name };

/** A simple model, independent of the rules, SQL and date arithmetic. */
export type Request = {
  id: string;
  termsHash: string;
  fromOn: string;
  endsOn: string;
  words: number;
  answers: Partial<Record<Side, "yes" | "not this time">>;
  withdrawn: Set<Side>;
  takenBack: boolean;
};
export type Model = { day: string; words: number; requests: Request[]; turn: "none" | "under way" | "paused" };

export const holds = (model: Model, side: Side) =>
  model.requests.some(
    (request) =>
      request.answers[side] === "yes" &&
      !request.withdrawn.has(side) &&
      !request.takenBack &&
      request.words === model.words &&
      request.fromOn <= model.day &&
      model.day <= request.endsOn,
  );
export const covered = (model: Model) => holds(model, "ours") && holds(model, "theirs");
export const open = (model: Model, request: Request | undefined): request is Request =>
  request !== undefined && !request.takenBack && request.endsOn >= model.day;

/** Whether the act should succeed. */
export function allowed(model: Model, act: Act): boolean {
  if (act.does === "wait" || act.does === "look for reminders") return true;
  if (act.does === "pause") return model.turn !== "none";
  const latest = model.requests.at(-1);
  if (act.does === "answer") {
    return (
      mayAnswer[act.side].includes(act.by) &&
      open(model, latest) &&
      latest.words === model.words &&
      !latest.withdrawn.has(act.side) &&
      latest.answers[act.side] === undefined
    );
  }
  if (act.does === "withdraw") {
    const request = act.older ? model.requests[0] : latest;
    return answersFor[act.side].includes(act.by) && open(model, request) && !request.withdrawn.has(act.side);
  }
  if (!team.includes(act.by)) return false;
  if (act.does === "take back") return latest !== undefined && !latest.takenBack;
  if (act.does === "start") return model.turn === "none" && covered(model);
  if (act.does === "resume") return covered(model) && model.turn === "paused";
  return true; // asking and editing
}

export const by = fc.constantFrom(...names);
export const byTeam = fc.constantFrom<Name>("lead", "lead", "on the team and leader", "colleague", "leader");
export const side = fc.constantFrom<Side>("ours", "theirs");
export const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant("wait" as const), days: fc.integer({ min: 1, max: 12 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant("ask" as const),
      by: byTeam,
      fromIn: fc.constantFrom(0, 0, 0, 3),
      days: fc.constantFrom(0, 10, 30, 60),
    }),
  },
  {
    weight: 9,
    arbitrary: fc
      .record({
        side,
        stranger: fc.option(by, { freq: 4 }),
        answer: fc.constantFrom("yes", "yes", "yes", "question", "not this time"),
      })
      .map(({ side: on, stranger, answer }) => {
        const right: Name = on === "ours" ? "leader" : "other leader";
        return { does: "answer", by: stranger ?? right, side: on, answer } as Act;
      }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("withdraw" as const), by, side, older: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constantFrom("start" as const, "start" as const, "resume" as const), by: byTeam }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constantFrom("pause" as const, "look for reminders" as const, "look for reminders" as const),
      by,
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom("take back" as const, "edit" as const), by }) },
);

/** A walk rarely reaches a start by chance, so most begin with one. */
export const started: Act[] = [
  { does: "ask", by: "lead", fromIn: 0, days: 30 },
  { does: "answer", by: "leader", side: "ours", answer: "yes" },
  { does: "answer", by: "other leader", side: "theirs", answer: "yes" },
  { does: "start", by: "lead" },
];
export const walk = fc
  .tuple(fc.constantFrom(true, true, false), fc.array(act, { minLength: 40, maxLength: 56 }))
  .map(([underWay, acts]) => (underWay ? [...started, ...acts] : acts));
