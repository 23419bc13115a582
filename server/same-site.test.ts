import { expect, test } from "vitest";
import { isSameSite } from "./same-site";

const call = (headers: Record<string, string>) =>
  isSameSite({
    headers: new Headers({ host: "leeway.example", ...headers }),
    url: "http://leeway.example/api/trpc",
  });

test.each([
  [true, "its own page", { "sec-fetch-site": "same-origin" }],
  [false, "another site", { "sec-fetch-site": "cross-site", origin: "https://leeway.example" }],
  [false, "a neighbouring subdomain", { "sec-fetch-site": "same-site" }],
  [false, "an address bar", { "sec-fetch-site": "none" }],
  [true, "an older browser's own page", { origin: "https://leeway.example" }],
  [false, "an older browser's other site", { origin: "https://evil.example" }],
  [false, "a sandboxed frame", { origin: "null" }],
  [true, "a script that is no browser", {}],
  [true, "its own page behind a proxy", { origin: "https://care.example", "x-forwarded-host": "care.example" }],
])("%s for %s", (expected, _, headers) => {
  expect(call(headers)).toBe(expected);
});
