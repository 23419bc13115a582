import { expect, test } from "vitest";
import { pauseInput } from "@/server/experiments/input";

test("whatever is sent, it pauses: nothing chosen, nothing said, nonsense", () => {
  const plain = { pauseReason: "something else", reason: "" };
  for (const sent of [{}, { pauseReason: "", reason: null }, { pauseReason: 7, reason: ["x"] }]) {
    expect(pauseInput.parse(sent)).toEqual(plain);
  }
});

test("words that could not be kept as typed are kept as far as they can be, never dropped", () => {
  const parsedReason = (reason: string) => pauseInput.parse({ pauseReason: "someone could be harmed", reason }).reason;
  expect(parsedReason("a fall\u0000 on the stairs \ud83d")).toBe("a fall on the stairs ");
  expect(parsedReason("🌻".repeat(3_000))).toBe("🌻".repeat(2_000));
  expect(parsedReason("Zoe\u0308 fell")).toBe("Zoë fell");
});
