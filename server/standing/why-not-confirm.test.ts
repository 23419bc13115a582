import { expect, test } from "vitest";
import type { Who } from "@/server/who";
import { whyNotConfirm } from "./why-not-confirm";

const systemId = "system";
const floor = { systemId, organisationId: null, confirmedBy: null, withdrawn: null };
const seated = (id: string, organisationId: string | null, more: Partial<Who["seats"][number]> = {}): Who => ({
  ...{ id, accounts: [id], memberships: [], standsInFor: [] },
  seats: [{ systemId, boardId: "board", organisationId, role: "member", ...more }],
});

test.each([
  ["somebody of another organisation", seated("marcus", "QCC"), floor, null],
  ["a seat of the same organisation", seated("ellis", "ICB"), floor, /the same organisation/],
  ["an observer", seated("marcus", "QCC", { role: "observer" }), floor, /sits on a board/],
  ["a seat in another system", seated("marcus", "QCC", { systemId: "other" }), floor, /sits on a board/],
  ["twice", seated("marcus", "QCC"), { ...floor, confirmedBy: "Jocasta" }, /Jocasta has confirmed it already/],
  ["after it was taken back", seated("marcus", "QCC"), { ...floor, withdrawn: {} }, /taken back/],
  ["an organisation's own", seated("marcus", "QCC"), { ...floor, organisationId: "QUH" }, /nobody else needs/],
])("I10: the floor and %s", (_, who, standing, reason) => {
  const said = whyNotConfirm(who, standing, { isOneself: false, seats: ["ICB"] });
  if (reason === null) expect(said).toBeNull();
  else expect(said).toMatch(reason);
});

test("I10: the floor and who proposed it, with whichever account", () => {
  const said = whyNotConfirm(seated("cordelia", "QCC"), floor, { isOneself: true, seats: ["ICB"] });
  expect(said).toMatch(/You proposed it/);
});
