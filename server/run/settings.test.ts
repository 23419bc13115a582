import { describe, expect, test } from "vitest";
import { CannotStart } from "./cannot-start";
import { isLoopback, isPrivate, readSettings } from "./settings";

test("without a word in the environment it is this machine, port 3000 and a folder beside the code", () => {
  expect(readSettings({})).toEqual({
    port: 3000,
    host: "127.0.0.1",
    address: "http://localhost:3000",
    dataDir: `${process.cwd()}/.data`,
    databaseUrl: undefined,
    demo: undefined,
    workers: 1,
  });
  const empty = { PORT: "", HOST: "", DATA_DIR: "", DATABASE_URL: "", NEXTAUTH_URL: "", DEMO: "", WORKERS: "" };
  expect(readSettings(empty)).toEqual(readSettings({}));
});

test.each(["0", "65536", "-1", "3000.5", "http"])("PORT %s is refused with a sentence", (port) => {
  expect(() => readSettings({ PORT: port })).toThrow(CannotStart);
  expect(() => readSettings({ PORT: port })).toThrow(`PORT is "${port}", which is not a port.`);
});

test.each([
  [{ PORT: "4000" }, "http://localhost:4000"],
  [{ HOST: "0.0.0.0" }, "http://localhost:3000"],
  [{ HOST: "::" }, "http://localhost:3000"],
  [{ HOST: "192.168.1.5" }, "http://192.168.1.5:3000"],
  [{ HOST: "fd00::5" }, "http://[fd00::5]:3000"],
  [{ NEXTAUTH_URL: "https://leeway.example.org/" }, "https://leeway.example.org"],
])("%o is reached at %s", (env, address) => {
  expect(readSettings(env).address).toBe(address);
});

test.each(["leeway.example.org", "ftp://example.org", "https://"])("NEXTAUTH_URL %s is refused", (address) => {
  expect(() => readSettings({ NEXTAUTH_URL: address })).toThrow(CannotStart);
});

test("DEMO says yes, no or nothing", () => {
  expect(readSettings({ DEMO: "1" }).demo).toBe(true);
  expect(readSettings({ DEMO: "0" }).demo).toBe(false);
  expect(readSettings({}).demo).toBeUndefined();
});

const DATABASE_URL = "postgres://db.example/leeway";
test.each([
  [{}, 8, 1],
  [{ DATABASE_URL }, 1, 1],
  [{ DATABASE_URL }, 3, 3],
  [{ DATABASE_URL }, 8, 4],
  [{ DATABASE_URL, WORKERS: "8" }, 2, 8],
  [{ WORKERS: "2" }, 8, 2],
])("%o on a machine of %i cores runs in %i processes", (env, cores, workers) => {
  expect(readSettings(env, cores).workers).toBe(workers);
});

test.each(["0", "-2", "1.5", "65", "all"])("WORKERS %s is refused with a sentence", (workers) => {
  expect(() => readSettings({ WORKERS: workers })).toThrow(CannotStart);
  expect(() => readSettings({ WORKERS: workers })).toThrow(`WORKERS is "${workers}", which is no number of processes.`);
});

describe("only this machine", () => {
  test.each(["localhost", "127.0.0.1", "127.1.2.3", "::1", "[::1]"])("%s", (host) => {
    expect(isLoopback(host)).toBe(true);
  });

  test.each(["0.0.0.0", "::", "192.168.1.5", "127.0.0.1.example.org", "localhost.example.org", "10.127.0.1", "0", ""])(
    "not %s",
    (host) => {
      expect(isLoopback(host)).toBe(false);
    },
  );

  test("not when a proxy gives it a public address, though it listens on this machine", () => {
    expect(isPrivate(readSettings({}))).toBe(true);
    expect(isPrivate(readSettings({ HOST: "::1", NEXTAUTH_URL: "http://[::1]:3000" }))).toBe(true);
    expect(isPrivate(readSettings({ NEXTAUTH_URL: "https://leeway.example.org" }))).toBe(false);
    expect(isPrivate(readSettings({ HOST: "0.0.0.0" }))).toBe(false);
  });
});
