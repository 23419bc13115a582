import { expect, test } from "vitest";
import { readOptions } from "./options";

const read = (line: string) => readOptions(line.split(" "));

test("a measure and a file are needed, and an unknown option is named", () => {
  expect(read("--measure Falls --file falls.csv")).toMatchObject({
    measure: "Falls",
    goodRows: false,
    define: undefined,
  });
  expect(() => read("--measure Falls")).toThrow("Say which file: --file.");
  expect(() => read("--file falls.csv")).toThrow("Say which measure: --measure.");
  expect(() => read("--measure Falls --file falls.csv --forecast x")).toThrow("--forecast");
  expect(read("--help")).toBe("help");
});

test("a definition is checked like the form's, and what is missing is named by its option", () => {
  const base = "--measure Falls --file falls.csv --define --direction down --rhythm month";
  expect(() => read(`${base} --definition Falls --counting count`)).toThrow(
    "--unit: Say what it is counted in, such as days.",
  );
  expect(() => read(`${base} --counting often --unit falls`)).toThrow("--counting: Choose how it is counted.");
  expect(() => read(`${base} --counting count --unit falls`)).toThrow("--definition: Say exactly what is counted");
  expect(() => read(`${base} --definition Falls --counting count --unit falls --baseline 5`)).toThrow(
    "--baseline: Enter 12",
  );
  expect(() => read(`${base} --definition Falls --counting count --unit falls --target x`)).toThrow("--target:");
  expect(read(`${base} --definition Falls --counting percentage --contributors RTX,RXL`)).toMatchObject({
    define: { name: "Falls", unit: "%", decimals: 0 },
    contributors: ["RTX", "RXL"],
  });
});
