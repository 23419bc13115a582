import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { daysFromToday } from "./days";
import type { Person } from "./person";
import { demoId } from "./world";

export const organisation = (key: string) => demoId(`organisation/${key}`);

/** The first words of the page that a leader answers. */
export const asksToTry = (name: string) => `${name} asks to try this`;

/** Opens a request from the leader's home page. */
export async function opensRequest(leader: Person, title: string): Promise<void> {
  await leader.followsNeed(title, "Permission is asked of you");
  await leader.arrivesAt("Read and answer");
}

/** Sends a change by tRPC; another story makes the same change by hand. */
export async function sends(person: Person, procedure: string, input: object): Promise<Record<string, string>> {
  const answer = await person.request.post(`/api/trpc/${procedure}`, { data: { key: randomUUID(), ...input } });
  expect(answer.ok(), `${procedure}: ${await answer.text()}`).toBe(true);
  return (await answer.json()).result.data;
}

const words = {
  problem: "People wait for a bed that is free.",
  changeIdea: "The ward rings the desk as soon as a bed is clean.",
  place: "Ward 7B Larkspur",
  aim: "",
  prediction: "beds are used within 30 minutes",
  predictionBecause: "the desk knows at once",
};
const risk = {
  harm: "Someone comes to a bed that is not ready.",
  whoIsAffected: "People who come from A&E",
  domain: "quality and safety",
  consequence: 3,
  likelihood: 2,
  controls: "A nurse looks before she rings.",
  earlyWarning: "A porter waits in the corridor.",
};

/** A measure of the demo world, and how far it may fall. Each story takes another, because dips of one measure add up. */
type Dip = { measure: string; asFarAs: number };

/** Registers an idea that is ready to ask, with a risk, a dip and a stop rule carried by the hospital and the council. */
export async function readyToAsk(person: Person, title: string, dipOf: Dip): Promise<string> {
  const carriedBy = [organisation("QUH"), organisation("QCC")];
  const { experimentId = "" } = await sends(person, "experiments.register", {
    ...words,
    ...{ title, takingPart: carriedBy, systemId: demoId("system/quillshire"), leadOrganisationId: organisation("QUH") },
  });
  await sends(person, "risks.record", { ...risk, experimentId, carriedBy });
  const riskOfNotTrying = "People lie on trolleys beside a clean bed.";
  await sends(person, "risks.setRiskOfNotTrying", { experimentId, riskOfNotTrying });
  const measureId = demoId(`measure/${dipOf.measure}`);
  await sends(person, "measures.chooseForExperiment", { experimentId, measureId, role: "outcome" });
  const dip = { measureId, worstValue: dipOf.asFarAs, fromOn: daysFromToday(0), endsOn: daysFromToday(60), carriedBy };
  await sends(person, "dips.expect", { experimentId, ...dip });
  await sends(person, "dips.setStopRule", { experimentId, kind: "safety", words: "1 person falls on the way" });
  return experimentId;
}

/** Edits the idea while somebody else has the older words open. */
export const changesIdea = (person: Person, experimentId: string, title: string, changeIdea: string) =>
  sends(person, "experiments.edit", {
    ...{ ...words, title, changeIdea, experimentId, version: 1 },
    takingPart: [organisation("QUH"), organisation("QCC")],
  });

export const asks = (person: Person, experimentId: string, days = 90) =>
  sends(person, "permissions.ask", { experimentId, fromOn: daysFromToday(0), endsOn: daysFromToday(days) });
