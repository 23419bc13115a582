import { describe, expect, test } from "vitest";
import { safePath } from "./safe-path";

describe("where to go after signing in", () => {
  test.each(["/", "/experiments", "/experiments?stage=running&page=2", "/measures/1#numbers", "/a%20b"])(
    "%s",
    (path) => {
      expect(safePath(path)).toBe(path);
    },
  );

  test.each([
    "https://elsewhere.example/",
    "//elsewhere.example",
    "/\\elsewhere.example",
    "/\t/elsewhere.example",
    "\\\\elsewhere.example",
    "javascript:alert(1)",
    "experiments",
    "",
    "/sign-in",
    "/sign-in/link?token=x",
    "/welcome/x",
    "/api/auth/signout",
    "/x/../api/auth/signout",
    null,
    undefined,
    ["/experiments"],
  ])("%j leads home", (path) => {
    expect(safePath(path)).toBe("/");
  });

  test("a path that begins like signing in is still a path", () => {
    expect(safePath("/sign-in-habits")).toBe("/sign-in-habits");
  });

  test("what comes back never leaves this site", () => {
    for (const path of ["/a//b", "/./", "/..//elsewhere.example", "/.//elsewhere.example"]) {
      expect(new URL(safePath(path), "http://leeway.example").origin).toBe("http://leeway.example");
    }
  });
});
