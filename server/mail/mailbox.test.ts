import { afterEach, expect, test, vi } from "vitest";
import { addToMailbox, listMailbox } from "./mailbox";

afterEach(() => vi.unstubAllEnvs());
const mail = (subject: string) => ({ to: "ada@trust.example", subject, text: "Hello" });

test("outside development nothing is kept, for it would be other people's letters", () => {
  for (const mode of ["production", "test"]) {
    vi.stubEnv("NODE_ENV", mode);
    addToMailbox(mail("Paused"));
    expect(listMailbox()).toEqual([]);
  }
});

test("in development the newest 50 are kept, the newest first", () => {
  vi.stubEnv("NODE_ENV", "development");
  for (let count = 1; count <= 51; count += 1) addToMailbox(mail(`Letter ${count}`));
  expect(listMailbox()).toHaveLength(50);
  expect(listMailbox()[0]).toMatchObject(mail("Letter 51"));
});
