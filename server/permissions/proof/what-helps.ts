import type { Scene } from "./act";
import { answerFor } from "./acts-on-permission";
import { factsOf, isStart } from "./facts";

type Next = [procedure: string, input?: ReturnType<typeof answerFor>];

/** The act that brings an experiment nearer to running, as a walk without aim seldom gets there. */
export function whatHelps(scene: Scene): Next {
  const { t, random, today } = scene;
  const { carriersNow, hashNow, needsBoard } = factsOf(t);
  const last = t.turns.at(-1)?.turn;
  if (last === "stopped" || last === "concluded") return ["experiments.register"];
  if (t.risks.every(({ removedAt }) => removedAt !== null)) return ["risks.record"];
  if (!t.experiments[0]?.riskOfNotTrying) return ["risks.setRiskOfNotTrying"];
  if (last === "paused") {
    if (random.chance(0.4)) return ["permissions.reportFix"];
    return [random.chance(0.7) ? "permissions.decideInPause" : "experiments.resume"];
  }
  const begin: Next = [last === undefined ? "experiments.start" : "experiments.resume"];
  const request = t.requests.at(-1);
  const takenBack = t.withdrawals.some(({ requestId }) => requestId === request?.id);
  const isOpen = request && !takenBack && request.materialHash === hashNow && request.endsOn >= today;
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
