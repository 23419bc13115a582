import fc from "fast-check";
import { expect, test } from "vitest";
import { readFigureCell } from "./number-cells";
import { parseDateCell, readPeriodCell } from "./period-cells";

const daily = { rhythm: "day", today: "2100-01-01" } as const;
const someDay = fc
  .date({ min: new Date("1970-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const partsOf = (on: string) => on.split("-").map(Number) as [number, number, number];

test("a day comes back however it is written, in the order that was said", () => {
  const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  fc.assert(
    fc.property(someDay, (on) => {
      const [year, month, day] = partsOf(on);
      const serial = (Date.parse(on) - Date.UTC(1899, 11, 30)) / 86_400_000;
      expect(readPeriodCell(`${day}/${month}/${year}`, daily, { days: "day first" })).toEqual({ on });
      expect(readPeriodCell(`${month}/${day}/${year}`, daily, { days: "month first" })).toEqual({ on });
      expect(readPeriodCell(`${day} ${months[month - 1]} ${year}`, daily, {})).toEqual({ on });
      expect(readPeriodCell(String(serial), daily, { serials: "days" })).toEqual({ on });
      for (const unclear of [`${day}/${month}/${year}`, String(serial)]) {
        expect(readPeriodCell(unclear, daily, {})).toHaveProperty("why");
      }
    }),
  );
});

test("a number comes back however it is written, once it was said how it is to be read", () => {
  fc.assert(
    fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), (number) => {
      const written = number.toLocaleString("en-GB");
      expect(readFigureCell(written, { commas: "thousands" })).toBe(number);
      expect(readFigureCell(written.replaceAll(",", "\u00a0"), { commas: "thousands" })).toBe(number);
      expect(readFigureCell(`${number}%`, { percents: "numbers" })).toBe(number);
      expect(readFigureCell(`${number}`.replace("-", "\u2212"), {})).toBe(number);
      if (written.includes(",")) expect(typeof readFigureCell(written, {})).toBe("string");
    }),
  );
});

test("what could mean two things is read only as somebody said", () => {
  expect(readFigureCell("1.234", { dots: "thousands" })).toBe(1234);
  expect(readFigureCell("1.234", { dots: "decimals" })).toBe(1.234);
  expect(readFigureCell("<5", { small: 2 })).toBe(2);
  expect(readFigureCell("<5", {})).toContain("hides a small number");
  expect(readFigureCell("", { blanks: "none" })).toBe(0);
  for (const wrong of ["1e309", "NaN", "Infinity", "=1+1", "12 people", "1,23", "0x10"]) {
    expect(typeof readFigureCell(wrong, { commas: "thousands" }), wrong).toBe("string");
  }
});

test("a month's name is a month, a day inside a period is that period when it was said, and 31 June is no day", () => {
  const monthly = { rhythm: "month", today: "2026-12-01" } as const;
  for (const april of ["Apr 2026", "April-26", "2026-04", "1 April 2026"]) {
    expect(readPeriodCell(april, monthly, {}), april).toEqual({ on: "2026-04-01" });
  }
  expect(readPeriodCell("30/04/2026", monthly, { days: "day first", inside: "its period" })).toEqual({
    on: "2026-04-01",
  });
  expect(readPeriodCell("Apr 2026", { ...monthly, rhythm: "week" }, {})).toHaveProperty("why");
  expect(parseDateCell("31 June 2026")).toBeNull();
  expect(parseDateCell("2026-02-30")).toBeNull();
});
