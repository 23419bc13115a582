import fc from "fast-check";
import { expect, test } from "vitest";
import { canonical, fingerprint, type Plain } from "./canonical";

test("the order of keys changes nothing, the order of a list does", () => {
  expect(canonical({ b: 1, a: [2, 1], c: undefined })).toBe('{"a":[2,1],"b":1}');
  expect(fingerprint({ a: 1, b: 2 })).toBe(fingerprint({ b: 2, a: 1 }));
  expect(fingerprint([1, 2])).not.toBe(fingerprint([2, 1]));
});

test("it is JSON that says the same", () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      expect(JSON.parse(canonical(value as Plain))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("a number without a place in a document is refused", () => {
  expect(() => canonical(Number.NaN)).toThrow(RangeError);
});

test("the fingerprint is SHA-256 in hexadecimal", () => {
  expect(fingerprint({})).toBe("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
});
