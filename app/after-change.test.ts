import { expect, test } from "vitest";
import { address } from "./address";
import { addressAfter } from "./after-change";

test("without an address the page stays where it is", () => {
  expect(addressAfter({}, {}, {})).toBeUndefined();
});

test("the notice goes into the address by its code", () => {
  expect(addressAfter({ to: "/settings", notice: "profile changed" }, {}, {})).toBe("/settings?notice=profile+changed");
  expect(addressAfter({ to: "/settings" }, {}, {})).toBe("/settings");
});

test("what the address says already stays, and a notice read back is the one that was put in", () => {
  const to = addressAfter({ to: address("/measures", { from: "asking" }), notice: "risk of not trying" }, {}, {});
  expect(to).toBe("/measures?from=asking&notice=risk+of+not+trying");
  expect(new URLSearchParams(to?.split("?")[1]).get("notice")).toBe("risk of not trying");
});

test("address and notice can come from the answer and from what was sent", () => {
  const after = {
    to: ({ boardId }: { boardId: string }) => `/boards/${boardId}`,
    notice: (_: unknown, { decision }: { decision: "go on" | "keep paused" }) => `decided to ${decision}` as const,
  };
  expect(addressAfter(after, { boardId: "b1" }, { decision: "go on" })).toBe("/boards/b1?notice=decided+to+go+on");
});

test("a notice that is not given this time is left out", () => {
  expect(addressAfter({ to: "/help", notice: () => undefined }, {}, {})).toBe("/help");
});

test("an address keeps its query when something is added, and drops what is undefined", () => {
  expect(address("/log?for=o1", { from: undefined })).toBe("/log?for=o1");
  expect(address("/log?for=o1", { from: "asking" })).toBe("/log?for=o1&from=asking");
});
