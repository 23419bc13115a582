import type { Input, Scene } from "./act";
import { answerFor, decisionFor } from "./acts-on-permission";
import { factsOf, isStart } from "./facts";

type Next = [procedure: string, input?: (Input & { by?: string }) | null];

/** The act that brings an experiment nearer to running, as a walk without aim seldom gets there. */
export function whatHelps(scene: Scene): Next {
  const { t, random, today } = scene;
  const { carriersNow, hashNow, needsBoard } = factsOf(t);
  const last = t.turns.at(-1)?.turn;
  if (last === "stopped" || last === "concluded") return ["experiments.register"];
  const noHarm = t.experiments[0]?.noHarmForeseen;
  if (!noHarm && t.risks.every(({ removedAt }) => removedAt !== null))
    return [random.chance(0.8) ? "risks.record" : "risks.setNoHarmForeseen"];
  if (!t.experiments[0]?.riskOfNotTrying) return ["risks.setRiskOfNotTrying"];
  if (t.experiments[0]?.sharedAt === null && random.chance(0.6)) return ["experiments.share"];
  if (last === "paused") {
    const fixed = t.fixes.some(({ when }) => when > (t.turns.at(-1)?.when ?? ""));
    if (!fixed && random.chance(0.7)) return ["permissions.reportFix"];
    if (random.chance(0.3)) return ["experiments.resume"];
    return ["permissions.decideInPause", decisionFor(scene, random.one([...carriersNow]))];
  }
  const begin: Next = [last === undefined ? "experiments.start" : "experiments.resume"];
  const request = t.requests.at(-1);
  const takenBack = t.withdrawals.some(({ requestId }) => requestId === request?.id);
  const isOpen = request && !takenBack && request.materialHash === hashNow && request.endsOn >= today;
  const allowed = t.standing.some(({ endsOn }) => endsOn === null || endsOn >= today);
  if (t.requests.length === 0 && random.chance(0.7)) return allowed ? begin : ["standing.give"];
  if (!isOpen) return random.chance(0.25) ? begin : ["permissions.ask"];
  const said = t.answers.filter(({ requestId }) => requestId === request.id);
  const waiting = [...carriersNow].find((one) => !said.some((answer) => answer.organisationId === one));
  if (waiting) return random.chance(0.9) ? ["permissions.answer", answerFor(scene, waiting)] : begin;
  const open = said.some(
    ({ id, answer }) => answer.includes("conditions") && !t.accepted.some((a) => a.answerId === id),
  );
  if (open && random.chance(0.7)) return ["permissions.acceptConditions"];
  if (needsBoard(request) && random.chance(0.5)) return ["boards.answerReview"];
  if (!last || !isStart({ turn: last }) || random.chance(0.5)) return begin;
  return random.chance(0.5) ? ["permissions.ask"] : ["experiments.pause"];
}
