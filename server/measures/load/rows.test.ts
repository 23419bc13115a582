import { expect, test } from "vitest";
import type { ChartKind } from "@/db/vocabulary";
import { NOT_ABOVE_0 } from "@/server/measures/spc/kinds";
import { chooseColumns } from "./columns";
import { decoded, readCsv } from "./csv";
import { problemInWords } from "./refused";
import { readParts } from "./rows";

const contributor = (odsCode: string, name = odsCode) => ({
  ...{
    organisationId: odsCode,
    name,
    shortName: `${odsCode} short`,
    odsCode,
    fromOn: null,
    endsOn: null as string | null,
  },
});
const measure = {
  ...({ counting: "percentage", direction: "down", rhythm: "month", today: "2026-05-13" } as const),
  contributors: [contributor("RTX"), contributor("RXL"), { ...contributor("RXN"), endsOn: "2026-01-31" }],
};

function read(lines: string[], definition = measure) {
  const csv = readCsv(["period,org_code,breaches,attendances", ...lines].join("\n"));
  const columns = chooseColumns(csv.header, definition, {}, { oneContributor: false });
  const { parts, problems } = readParts(csv.rows, columns, definition);
  return { parts, problems: problems.map(problemInWords) };
}

test("good rows become parts, whatever the case of a code and the space around a cell", () => {
  const { parts, problems } = read(["2026-04-01, rtx ,1181,8789", "", "2026-04-01,RXL short,0,1.5"]);
  expect(problems).toEqual([]);
  expect(parts).toEqual([
    { row: 2, organisationId: "RTX", periodOn: "2026-04-01", value: null, numerator: 1181, denominator: 8789 },
    { row: 4, organisationId: "RXL", periodOn: "2026-04-01", value: null, numerator: 0, denominator: 1.5 },
  ]);
});

test("each fault is named by row, column and reason", () => {
  const faults: [string, string][] = [
    ["01/04/2026,RTX,1,2", 'column "period": "01/04/2026" is not a day written like 2026-05-04.'],
    ["2026-02-30,RTX,1,2", 'column "period": "2026-02-30" is not a day written like 2026-05-04.'],
    ["2026-04-02,RTX,1,2", 'column "period": Months start on the 1st, and 2 April 2026 does not.'],
    ["2026-06-01,RTX,1,2", 'column "period": June 2026 has not begun yet.'],
    [",RTX,1,2", 'column "period": It is empty. Write the first day of the period, such as 2026-05-04.'],
    ["2026-03-01,,1,2", 'column "org_code": It is empty. Write the ODS code or the short name of the organisation.'],
    [
      "2026-03-01,RZZ,1,2",
      'column "org_code": "RZZ" does not contribute to this measure. Those who do: RTX, RXL and RXN.',
    ],
    ["2026-03-01,RXN,1,2", 'column "org_code": RXN does not contribute in March 2026.'],
    ["2026-03-01,RTX,x,2", 'column "breaches": "x" is not a number such as 12 or 12.5.'],
    ["2026-03-01,RTX,<5,20", 'column "breaches": "<5" hides a small number. Leave the row out.'],
    ['2026-03-01,RTX,"1,181",8789', 'column "breaches": "1,181" has a comma. Write 1181.'],
    [
      "2026-03-01,RTX,54%,100",
      'column "breaches": "54%" has a percent sign. Write how many in one column and out of how many in another.',
    ],
    ["2026-03-01,RTX,3,2", 'column "breaches": Enter 2 or fewer: it is a part of 2.'],
    ["2026-03-01,RTX,0,0", 'column "attendances": Enter more than 0. Leave the period out if there was nobody.'],
    [
      "2026-03-01,RTX,1,",
      'column "attendances": It is empty. Leave the row out if there is no result, or write 0 if there was none.',
    ],
    ["2026-03-01,RTX,1e3,2000", 'column "breaches": "1e3" is not a number such as 12 or 12.5.'],
  ];
  for (const [line, problem] of faults) {
    expect(read(["2026-04-01,RTX,1,2", line])).toEqual({
      parts: [expect.objectContaining({ row: 2 })],
      problems: [`Row 3, ${problem}`],
    });
  }
});

test("several faults of one row are all named, and a row twice is seen", () => {
  expect(read(["x,RZZ,y,2"]).problems).toHaveLength(3);
  expect(read(["2026-04-01,RTX,1,2", "2026-04-01,rtx,1,2", "2026-04-01,RTX,2,2"]).problems).toEqual([
    "Row 3: It says the same as row 2.",
    "Row 4: Row 2 has another figure for the same period and contributor.",
  ]);
});

test("a difference of two columns is taken as written", () => {
  const csv = readCsv("period,all,late\n2026-04-01,0.3,0.1");
  const alone = { ...measure, direction: "up" as const, contributors: [contributor("RTX")] };
  const named = { numerator: "all - late", denominator: "all" };
  const columns = chooseColumns(csv.header, alone, named, { oneContributor: true });
  expect(readParts(csv.rows, columns, alone).parts[0]).toMatchObject({ numerator: 0.2, denominator: 0.3 });
});

test("what is no CSV is refused with a sentence", () => {
  expect(() => readCsv("")).toThrow("The file is empty.");
  expect(() => readCsv("period,value\n\n,\n")).toThrow("no rows below it");
  expect(() => readCsv("period,value,value\n1,2,3")).toThrow('2 columns named "value"');
  expect(() => decoded(new Uint8Array([0x50, 0x4b, 3, 4, 0xff]))).toThrow("save it as CSV (UTF-8)");
  expect(decoded(new TextEncoder().encode("\ufeffperiod"))).toBe("period");
  const broken = readCsv('period,value\n2026-04-01,"1\n2026-05-01,2');
  expect(broken.problems.map(problemInWords)).toEqual(["Row 2: A quotation mark is not closed."]);
  expect(readCsv("period,value\n2026-04-01,1,2").problems.map(problemInWords)).toEqual([
    "Row 2: It has 3 cells, and the header has 2.",
  ]);
  expect(readCsv("period;value\r\n2026-04-01;1\r\n").rows).toEqual([{ row: 2, cells: ["2026-04-01", "1"] }]);
});

test("a file holds no time between events of 0, nor half a case", () => {
  const events = { counting: "value", rhythm: "day", today: "2026-05-13", contributors: [contributor("RTX")] } as const;
  const csv = readCsv("period,value\n2026-04-01,0\n2026-04-09,2.5");
  const columns = chooseColumns(csv.header, { ...events, direction: "up" }, {}, { oneContributor: true });
  const refused = (chartKind: ChartKind) =>
    readParts(csv.rows, columns, { ...events, chartKind }).problems.map(problemInWords);
  expect(refused("XmR")).toEqual([]);
  expect(refused("t")).toEqual([`Row 2, column "value": ${NOT_ABOVE_0}.`]);
  expect(refused("g")).toEqual([expect.stringMatching(/^Row 3, column "value": Enter whole cases/)]);
});
