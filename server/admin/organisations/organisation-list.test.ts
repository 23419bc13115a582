import { describe, expect, test } from "vitest";
import { readOrganisationList } from "./organisation-list";

describe("a pasted list of organisations", () => {
  test("is read line by line, with commas or with tabs, and blank lines do not count as organisations", () => {
    const { organisations, problems } = readOrganisationList(
      `Larkmoor Hospitals NHS Trust, LHT, acute, rlh\r\n\r\nPenwick Council\tPWC\tcouncil\t\n  "Dell, Moor and Fen Surgery" , DMF , GP practice\n`,
    );
    expect(problems).toEqual([]);
    expect(organisations).toEqual([
      { name: "Larkmoor Hospitals NHS Trust", shortName: "LHT", kind: "acute", odsCode: "RLH" },
      { name: "Penwick Council", shortName: "PWC", kind: "council", odsCode: null },
      { name: "Dell, Moor and Fen Surgery", shortName: "DMF", kind: "general practice", odsCode: null },
    ]);
  });

  test("may begin with its headings", () => {
    const { organisations, problems } = readOrganisationList(
      "Name,Short name,Kind,ODS code\nPenwick Council,PWC,council,",
    );
    expect(problems).toEqual([]);
    expect(organisations).toHaveLength(1);
  });

  test("keeps quotes inside quotes, and every letter there is", () => {
    const [organisation] = readOrganisationList('"The ""Old"" Mill, Lindö", OM, charity').organisations;
    expect(organisation?.name).toBe('The "Old" Mill, Lindö');
  });

  test("calls an organisation by its name where it has no shorter one", () => {
    expect(readOrganisationList("Penwick Council,,council").organisations[0]?.shortName).toBe("Penwick Council");
  });

  test.each([
    [", PWC, council", "Line 1: the name is missing."],
    [
      "Penwick Council, PWC",
      "Line 1: the kind is missing. Use acute, community, mental health, ambulance, general practice, council, care provider, charity or integrated care board.",
    ],
    ["Penwick Council, PWC, borough", 'Line 1: "borough" is not a kind we know.'],
    ["Penwick Council, PWC, constructor", 'Line 1: "constructor" is not a kind we know.'],
    ["Penwick Council, PWC, council, A!", 'Line 1: "A!" is not an ODS code: 3 to 10 letters and figures.'],
    ["Dell, Moor and Fen, DMF, acute, RLH", "Line 1: there are more than 4 parts."],
    [`${"x".repeat(201)}, X, acute`, "Line 1: the name is longer than 200 characters."],
  ])("says what is wrong with %s", (line, problem) => {
    const { organisations, problems } = readOrganisationList(line);
    expect(organisations).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });

  test("numbers each line that is wrong as the person sees it, and names the same organisation twice", () => {
    const { organisations, problems } = readOrganisationList(
      "North, N, acute, ABC\n\nSouth, S, hospitl\nWest, W, council, abc\nnorth, N, acute\nEast, E, charity",
    );
    expect(organisations.map((one) => one.name)).toEqual(["North", "East"]);
    expect(problems.map((problem) => problem.slice(0, 50))).toEqual([
      'Line 3: "hospitl" is not a kind we know. Use acute',
      "Line 4: this is the same organisation as on line 1",
      "Line 5: this is the same organisation as on line 1",
    ]);
  });

  test("of 5,000 lines is read in a moment, whatever is in them", () => {
    const started = performance.now();
    readOrganisationList(`${'"'.repeat(3000)}\n${",".repeat(3000)}\n${"a, b, acute\n".repeat(5000)}`);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
