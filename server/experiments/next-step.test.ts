import { expect, test } from "vitest";
import { stages } from "@/db/vocabulary";
import { nextStep } from "./next-step";

const ready = {
  prediction: "fewer",
  risksSaid: true,
  riskOfNotTrying: "they give up",
  whyNotStart: [],
  concluded: false,
};

test("an idea is led through prediction, risks and permission to its start", () => {
  const idea = { ...ready, stage: "idea" as const, whyNotStart: ["TWP is still to be asked."] };
  expect(nextStep({ ...idea, prediction: " " })?.part).toBe("edit");
  expect(nextStep({ ...idea, risksSaid: false })?.part).toBe("risks");
  expect(nextStep({ ...idea, riskOfNotTrying: "" })?.part).toBe("risks");
  expect(nextStep(idea)?.part).toBe("permission/ask");
  expect(nextStep({ ...idea, whyNotStart: [] })?.part).toBe("start");
});

test("only a concluded experiment, or one whose permission begins later, has nothing next", () => {
  for (const stage of stages) expect(nextStep({ ...ready, stage }), stage).not.toBeNull();
  expect(nextStep({ ...ready, stage: "ended", concluded: true })).toBeNull();
  expect(
    nextStep({ ...ready, stage: "permitted", whyNotStart: ["TWP has said yes from 18 May 2026, not before."] }),
  ).toBeNull();
});
