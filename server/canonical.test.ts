import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson, hashJson, type Json } from "./canonical";

test("the order of keys changes nothing, the order of a list does", () => {
  expect(canonicalJson({ b: 1, a: [2, 1], c: undefined })).toBe('{"a":[2,1],"b":1}');
  expect(hashJson({ a: 1, b: 2 })).toBe(hashJson({ b: 2, a: 1 }));
  expect(hashJson([1, 2])).not.toBe(hashJson([2, 1]));
});

test("it is JSON that says the same", () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      expect(JSON.parse(canonicalJson(value as Json))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("a number without a place in a document is refused", () => {
  expect(() => canonicalJson(Number.NaN)).toThrow(RangeError);
});

test("the fingerprint is SHA-256 in hexadecimal", () => {
  expect(hashJson({})).toBe("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
});
