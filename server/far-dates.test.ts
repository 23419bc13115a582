import { expect, test } from "vitest";
import { TOO_FAR_AHEAD, whyTooFarAhead } from "./far-dates";

test("a period lies in the next 5 years", () => {
  const given = (fromOn: string, endsOn?: string) => whyTooFarAhead({ fromOn, endsOn }, "2028-02-29");
  expect(given("2028-02-29", "2033-02-28")).toBeNull();
  expect(given("2028-02-29")).toBeNull();
  expect(given("2028-02-29", "2033-03-01")).toEqual({ endsOn: TOO_FAR_AHEAD });
  expect(given("9998-01-01", "9999-12-31")).toEqual({ fromOn: TOO_FAR_AHEAD });
});
