import { expect, test } from "vitest";
import { unansweredLetter } from "./unanswered-letter";

const systemId = "0197c0de-0000-7000-8000-000000000001";

test("I9: the letter says for whom nobody answers, since when, and what to do", () => {
  const facts = { systemId, organisationId: systemId, organisation: "Penwick Council", until: "2027-02-08" };
  const { subject, text } = unansweredLetter({ ...facts, experiments: 2 });
  expect(subject).toBe("Nobody answers for Penwick Council");
  expect(text).toContain("since 8 February 2027, and it carries 2 experiments under way.");
  expect(text).toContain("Name a leader for it, or say who takes over what it carries.");
  expect(text).toContain(`/admin/${systemId}`);
  expect(unansweredLetter({ ...facts, until: null, experiments: 1 }).text).toContain(
    "Council, and it carries 1 experiment",
  );
});
