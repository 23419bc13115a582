import { expect, test } from "vitest";
import { readProblem } from "./form-problem";

test("no error is no problem", () => {
  expect(readProblem(null)).toBeUndefined();
  expect(readProblem(undefined)).toBeUndefined();
});

test("a refusal is said in the server's own words", () => {
  expect(readProblem({ data: { code: "CONFLICT", refusal: "It is already running" } })).toEqual({
    sentences: ["It is already running"],
    fields: {},
  });
  expect(readProblem({ data: { refusal: ["One", "Two"] } })?.sentences).toEqual(["One", "Two"]);
});

test("what is wrong with a field goes to that field, one sentence each", () => {
  const data = {
    code: "BAD_REQUEST",
    fieldErrors: { harm: ["Enter what happened", "Too short"], who: "Say who" },
  };
  expect(readProblem({ data })).toEqual({
    sentences: [],
    fields: { harm: "Enter what happened", who: "Say who" },
  });
});

test("no answer says that it is not saved and that what was typed is still there", () => {
  for (const error of [new TypeError("Failed to fetch"), { name: "TRPCClientError", message: "Failed to fetch" }]) {
    expect(readProblem(error)?.sentences).toEqual([
      "Not saved: no answer came back. Check your connection and try again. What you typed is still here.",
    ]);
  }
});

test("anything else says that it is not saved, never the server's insides", () => {
  const inside = 'relation "risks" does not exist';
  for (const error of [{ message: inside, data: { code: "INTERNAL_SERVER_ERROR" } }, new Error(inside), "x"]) {
    const [sentence] = readProblem(error)?.sentences ?? [];
    expect(sentence).toMatch(/^Not saved: something went wrong on our side/);
  }
  expect(readProblem({ data: { code: "UNAUTHORIZED" } })?.sentences[0]).toContain("Sign in again in another tab");
});

test("someone else's change is a conflict, not a sentence", () => {
  const conflict = { version: 3, theirs: { harm: "A fall" }, by: "Ravi Shah", at: "2026-11-20T10:00:00Z" };
  expect(readProblem({ data: { code: "CONFLICT", refusal: "Changed", conflict } })).toEqual({
    sentences: [],
    fields: {},
    conflict,
  });
});
