import { type OrganisationKind, organisationKinds } from "@/db/vocabulary";
import { listOfEither } from "@/server/format";

export type PastedOrganisation = { name: string; shortName: string; kind: OrganisationKind; odsCode: string | null };
export type ReadList = { organisations: PastedOrganisation[]; problems: string[] };

/** Synonyms of the kinds. */
const otherWords: Record<string, OrganisationKind> = {
  hospital: "acute",
  hospitals: "acute",
  "gp practice": "general practice",
  "gp practices": "general practice",
  "primary care network": "general practice",
  "care home": "care provider",
  "care homes": "care provider",
  "care providers": "care provider",
  hospice: "charity",
  icb: "integrated care board",
};

/**
 * Parses a pasted list, one organisation per line: name, short name, kind, ODS code, separated by commas (quotes around a
 * name with a comma) or by tabs, as copied from a spreadsheet. Problems name the line number.
 */
export function readOrganisationList(pasted: string): ReadList {
  const organisations: PastedOrganisation[] = [];
  const problems: string[] = [];
  const lineByKey = new Map<string, number>();
  for (const [index, text] of pasted.split(/\r\n|\r|\n/).entries()) {
    const line = index + 1;
    const cells = cellsOf(text);
    if (cells.every((cell) => cell === "") || (line === 1 && isHeading(cells))) continue;
    const read = readLine(cells);
    const same =
      typeof read === "string"
        ? undefined
        : keysOf(read)
            .map((key) => lineByKey.get(key))
            .find(Boolean);
    if (typeof read === "string") problems.push(`Line ${line}: ${read}`);
    else if (same) problems.push(`Line ${line}: this is the same organisation as on line ${same}.`);
    else {
      organisations.push(read);
      for (const key of keysOf(read)) lineByKey.set(key, line);
    }
  }
  return { organisations, problems };
}

/** Keys that identify an organisation: lines sharing one are duplicates. */
const keysOf = ({ name, odsCode }: PastedOrganisation) => [
  `name ${name.toLocaleLowerCase("en-GB")}`,
  ...(odsCode ? [`code ${odsCode}`] : []),
];

function readLine([name = "", shortName = "", kind = "", odsCode = "", ...more]: string[]):
  | PastedOrganisation
  | string {
  if (more.some((cell) => cell !== "")) {
    return `there are more than 4 parts. Put "quotes" around a name that has a comma in it.`;
  }
  if (name === "") return "the name is missing.";
  if (name.length > 200) return "the name is longer than 200 characters.";
  if (shortName.length > 40) return "the short name is longer than 40 characters.";
  const knownKind = kindOf(kind);
  if (!knownKind)
    return `${kind ? `"${kind}" is not a kind we know` : "the kind is missing"}. Use ${listOfEither(organisationKinds)}.`;
  const code = odsCode.toUpperCase();
  if (code && !/^[A-Z0-9]{3,10}$/.test(code)) return `"${odsCode}" is not an ODS code: 3 to 10 letters and figures.`;
  return { name, shortName: shortName || name, kind: knownKind, odsCode: code || null };
}

function kindOf(typed: string): OrganisationKind | undefined {
  const kind = typed.toLowerCase().replace(/\s+/g, " ");
  return (
    organisationKinds.find((candidate) => candidate === kind) ??
    (Object.hasOwn(otherWords, kind) ? otherWords[kind] : undefined)
  );
}

function cellsOf(line: string): string[] {
  if (line.includes("\t")) return line.split("\t").map((cell) => cell.trim());
  return [...line.matchAll(/\s*(?:"((?:[^"]|"")*)"\s*|([^,]*))(?:,|$)/g)].map(([, quoted, plain = ""]) =>
    (quoted?.replaceAll('""', '"') ?? plain).trim(),
  );
}

const isHeading = ([name = "", , kind = ""]: string[]) => /^(name|organisation)$/i.test(name) && /^kind$/i.test(kind);
