import { expect, test } from "vitest";
import { whyNotStart } from "./start";

const silent = {
  organisation: "OCH",
  covering: false,
  granting: false,
  outdated: false,
  beginsOn: null,
  endedOn: null,
};
const carrier = { ...silent, asked: false, refused: false };
const now = { stage: "asked" as const, riskCount: 1, noHarmForeseen: false, riskOfNotTrying: "falls go on" };
const reasons = (...carriers: (typeof carrier | Partial<typeof carrier>)[]) =>
  whyNotStart(
    { ...now, carriers: carriers.map((one) => ({ ...carrier, ...one }) as typeof carrier) },
    (day) => `the day ${day}`,
  );

test("says for each organisation what is missing", () => {
  expect(reasons({ covering: true, granting: true })).toEqual([]);
  expect(reasons({})).toEqual(["OCH carries a risk and has not been asked yet."]);
  expect(reasons({ asked: true })).toEqual(["OCH has not answered yet."]);
  expect(reasons({ refused: true })).toEqual(["OCH has said not this time."]);
  expect(reasons({ outdated: true })).toEqual([
    "OCH said yes to other words. Ask again with the words as they are now.",
  ]);
  expect(reasons({ endedOn: "2026-04-30" as never })).toEqual(["The permission of OCH ended on the day 2026-04-30."]);
  expect(reasons({ granting: true, beginsOn: "2026-05-18" as never })).toEqual([
    "OCH has said yes from the day 2026-05-18, not before.",
  ]);
  expect(reasons({ asked: true }, { covering: true, organisation: "NLA" })).toEqual(["OCH has not answered yet."]);
});

test("wants a risk and the risk of not trying first", () => {
  expect(whyNotStart({ ...now, riskCount: 0, riskOfNotTrying: " ", carriers: [] }, String)).toEqual([
    "No risk is written down yet. Say what could go wrong and who carries it.",
    "The risk of not trying is not written down yet.",
  ]);
});

test("what has ended or runs already does not start", () => {
  expect(whyNotStart({ ...now, stage: "ended", carriers: [] }, String)).toHaveLength(1);
  expect(whyNotStart({ ...now, stage: "running", carriers: [] }, String)).toEqual(["It is running already."]);
});

test("I1: without a risk the team's word that no harm is foreseen does, and the lead organisation is asked", () => {
  const none = { ...now, riskCount: 0, carriers: [carrier] };
  expect(whyNotStart(none, String)).toEqual([
    "No risk is written down yet. Say what could go wrong and who carries it.",
  ]);
  expect(whyNotStart({ ...none, noHarmForeseen: true }, String)).toEqual(["OCH leads it and has not been asked yet."]);
});
