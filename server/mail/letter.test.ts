import { expect, test } from "vitest";
import { type About, letterTo, news } from "./letter";

const facts = {
  experimentId: "3f0b",
  title: "Crews leave at 30 minutes, whatever the department looks like that day",
  sentence: `Pritam Sehlawat paused it: ${"a very long reason ".repeat(200)}`,
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
    sentence: "Ruaridh Corvendale keeps it paused: wait for Monday.",
  };
  const { text } = letterTo({ ...leader, because: "you are on its team" }, short, "https://leeway.example");
  expect(text).toContain("keeps it paused: wait for Monday.\n");
  expect(text).toContain("You get this because you are on its team.");
});
