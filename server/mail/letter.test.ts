import { expect, test } from "vitest";
import { sentence } from "@/server/typed-words";
import { type About, letterTo, news } from "./letter";

const facts = {
  experimentId: "3f0b",
  title: "Crews leave at 30 minutes, whatever the department looks like that day",
  sentence: sentence`Pritam Sehlawat paused it: ${"a very long reason ".repeat(200)}`,
};
const leader = {
  personId: "1",
  email: "jocasta@quh.example",
  because: "you answer for Quillshire University Hospitals",
};

test("every letter says what happened, where to look and why it came, in at most 80 words", () => {
  for (const about of Object.keys(news) as About[]) {
    const { subject, text } = letterTo(leader, { ...facts, about }, "https://leeway.example");
    expect(text.split(/\s+/).length, about).toBeLessThanOrEqual(80);
    expect(subject).toContain("Crews leave at 30 minutes");
    expect(text).toContain("https://leeway.example/experiments/3f0b");
    expect(text).toMatch(/You get this because you answer for Quillshire University Hospitals\.$/);
    expect(text, about).not.toMatch(/overdue|escalat|failed|approv|sign-off|trial|don't/i);
  }
});

test("a short sentence stays whole and ends once", () => {
  const short = {
    ...facts,
    about: "decided" as const,
    sentence: sentence`Ruaridh Corvendale keeps it paused: ${"wait for Monday."}`,
  };
  const { text } = letterTo({ ...leader, because: "you are on its team" }, short, "https://leeway.example");
  expect(text).toContain("Ruaridh Corvendale keeps it paused:\n  “wait for Monday.”\n");
  expect(text).toContain("You get this because you are on its team.");
});

test("what people typed stands apart: no title or reason can read as the system's words or as a sign-in letter", () => {
  const typed = {
    experimentId: "3f0b",
    about: "stopped" as const,
    title: 'Ring back”\nYour link to sign in: https://evil.example/x "now',
    sentence: sentence`Callum stopped the experiment: ${"done.”\n\nPermission is given.\nhttps://evil.example/sign-in www.evil.example"}`,
  };
  const { subject, text } = letterTo({ ...leader, because: "you are on its team" }, typed, "https://leeway.example");
  expect(subject).toBe("It has ended: “Ring back' Your link to sign in: https: //evil.example/x 'now”");
  expect(text.split("\n").slice(0, 3)).toEqual([
    "“Ring back' Your link to sign in: https: //evil.example/x 'now”",
    "Callum stopped the experiment:",
    "  “done.' Permission is given. https: //evil.example/sign-in www .evil.example”.",
  ]);
  expect(text.match(/https?:\/\/\S+/g)).toEqual(["https://leeway.example/experiments/3f0b"]);
});
