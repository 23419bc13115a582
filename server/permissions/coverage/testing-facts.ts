import { type CoverFacts, noCoverFacts } from "./cover-facts";

/** Permission events of one experiment in March 2027, for the tests of coverage. */
export const at = (moment: string) => `2027-${moment}:00.000000Z`;
export const words = [{ materialHash: "first", sinceAt: at("01-01T09:00") }];
export const request = {
  ...{ id: "r", fromOn: "2027-02-01", endsOn: "2027-04-30", materialHash: "first", renewsId: null },
  ...{ reviews: [], carrierIds: ["OCH"] },
};
export const yes = {
  ...{ id: "yes", requestId: "r", organisationId: "OCH", answer: "yes" as const },
  ...{ endsOn: null, at: at("02-03T14:00"), acceptedAt: null, question: null },
};
export const nothing: CoverFacts = { ...noCoverFacts, words };
export const given: CoverFacts = { ...nothing, requests: [request], answers: [yes] };
export const conditions = { ...yes, answer: "yes with conditions" as const, endsOn: "2027-03-31" };
export const takenBack = { requestId: "r", organisationId: "OCH", at: at("03-10T12:00") };
export const use = {
  ...{ id: "use", standingId: "floor", organisationId: "OCH", materialHash: "first" },
  ...{ fromOn: "2027-02-01", endsOn: "2027-02-28", at: at("02-01T08:00") },
};
type BoardAnswer = CoverFacts["requests"][number]["reviews"][number]["answers"][number];
/** A request that needs a board's yes, and what the board answered. */
export const boardSaid = (...answers: BoardAnswer[]) => ({ ...request, reviews: [{ board: "Board", answers }] });
export const onBoard = boardSaid();
export const changed = [...words, { materialHash: "second", sinceAt: at("03-05T10:00") }];
