import { expect, test } from "vitest";
import { type Candidate, whyNotPropose } from "./why-not-propose";

const member: Candidate = {
  ...{ name: "Ravi", organisation: "Penwick Trust", leads: false, proposedBy: null },
  ...{ endsOn: null, ended: false, serves: true, suspended: false },
};

test.each([
  ["who works there", {}, null],
  ["who leads it already", { leads: true }, /Ravi answers for Penwick Trust already/],
  ["who waits for a second person", { proposedBy: "Theo" }, /Theo proposed it already/],
  ["who has left", { ended: true, endsOn: "2027-01-03" }, /until 3 January 2027/],
  ["who works where it closed", { serves: false }, /does not serve/],
  ["who is suspended", { suspended: true }, /is suspended/],
])("I6: somebody is proposed as a leader %s", (_, more, reason) => {
  const said = whyNotPropose({ ...member, ...more });
  if (reason === null) expect(said).toBeNull();
  else expect(said).toMatch(reason);
});
