import { expect, test } from "vitest";
import { declaresTooLarge, limitBody, MAX_BODY_BYTES } from "./body-size";

const headers = (length: number) => ({ headers: new Headers({ "content-length": String(length) }) });

test("what says that it is too large is known before it is read", () => {
  expect([MAX_BODY_BYTES, MAX_BODY_BYTES + 1].map((length) => declaresTooLarge(headers(length)))).toEqual([
    false,
    true,
  ]);
  expect(declaresTooLarge({ headers: new Headers() })).toBe(false);
});

/** A call without a declared length, in chunks of 1 MB, and the number of chunks read. */
function inParts(most: number) {
  let parts = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(onwards) {
      if (parts === most) return onwards.close();
      parts += 1;
      onwards.enqueue(new Uint8Array(1024 * 1024).fill(97));
    },
  });
  const request = new Request("http://localhost/api/trpc/x", { method: "POST", body, duplex: "half" } as RequestInit);
  return { request: limitBody(request), parts: () => parts };
}

test("what does not say so is read as far as it may be, and no further", async () => {
  expect((await inParts(3).request.text()).length).toBe(3 * 1024 * 1024);
  const endless = inParts(1_000_000);
  await expect(endless.request.text()).rejects.toThrow();
  expect(endless.parts()).toBeLessThan(40);
});
