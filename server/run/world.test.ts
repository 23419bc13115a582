import { expect, test } from "vitest";
import { CannotStart } from "./cannot-start";
import { readSettings } from "./settings";
import { worldFor } from "./world";

const here = {};
const beyond = { HOST: "0.0.0.0" };
const behindProxy = { NEXTAUTH_URL: "https://leeway.example.org" };
const server = { DATABASE_URL: "postgres://db.example.org/leeway" };
const wanted = { DEMO: "1" };
const unwanted = { DEMO: "0" };

test.each([
  ["new", here, "fill"],
  ["new", { ...here, ...unwanted }, "leave empty"],
  ["new", beyond, "leave empty"],
  ["new", behindProxy, "leave empty"],
  ["new", server, "leave empty"],
  ["new", { ...beyond, ...wanted }, "leave empty"],
  ["new", { ...server, ...wanted }, "leave empty"],
  ["real", here, "as it is"],
  ["real", { ...here, ...wanted }, "as it is"],
  ["real", server, "as it is"],
  ["demo", here, "as it is"],
  ["demo", { ...beyond, ...wanted }, "as it is"],
  ["demo", { ...server, ...wanted }, "as it is"],
] as const)("a %s database, started with %o: %s", (installation, env, todo) => {
  expect(worldFor(installation, readSettings(env))).toBe(todo);
});

test.each([beyond, behindProxy, server, { ...beyond, ...unwanted }])(
  "a database that holds the demo world is not served with %o",
  (env) => {
    expect(() => worldFor("demo", readSettings(env))).toThrow(CannotStart);
    expect(() => worldFor("demo", readSettings(env))).toThrow(/anybody can sign in as anyone.*set DEMO=1/);
  },
);
