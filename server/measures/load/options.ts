import { parseArgs } from "node:util";
import { withFullStop } from "@/server/format";
import { defineMeasureInput } from "@/server/measures/input";
import type { NamedColumns } from "./columns";
import { LoadRefused } from "./refused";

const text = { type: "string" } as const;
const yes = { type: "boolean" } as const;
const options = {
  measure: text,
  file: text,
  system: text,
  as: text,
  contributor: text,
  "period-column": text,
  "contributor-column": text,
  "numerator-column": text,
  "denominator-column": text,
  "value-column": text,
  "good-rows": yes,
  correct: text,
  define: yes,
  definition: text,
  unit: text,
  direction: text,
  rhythm: text,
  counting: text,
  decimals: text,
  target: text,
  baseline: text,
  contributors: text,
  "add-contributors": yes,
  kind: text,
  help: yes,
} as const;

/** A definition from the command line, before its contributors are resolved. */
export type Definition = Omit<ReturnType<typeof defineMeasureInput.parse>, "contributors">;

export type LoadOptions = {
  /** The measure's id or exact name. */
  measure: string;
  file: string;
  system?: string;
  /** E-mail address of the person the load is attributed to. */
  as?: string;
  /** The organisation of all rows. */
  contributor?: string;
  columns: NamedColumns;
  goodRows: boolean;
  /** Reason for replacing stored figures that differ. */
  correct?: string;
  define?: Definition;
  contributors?: string[];
  addContributors: boolean;
  kind?: string;
};

export const usage = `npm run load -- --measure <id or exact name> --file <results.csv> [options]

The file has a header and a row for each period and contributor: the first day of the period (2026-05-04), the
organisation's ODS code or short name, and a value, or a numerator and a denominator.

  --system <name>              where the installation has several
  --as <e-mail address>        in whose name it is noted; the administrator's when there is only one
  --period-column <name>       which column is what, where its name does not say so; likewise --contributor-column,
                               --numerator-column, --denominator-column, --value-column
                               one column less another works too: --numerator-column "attendances - breaches"
  --contributor <code>         all rows are of this organisation
  --good-rows                  load the good rows and leave the others out; otherwise it is all or nothing
  --correct <reason>           replace figures that are there and differ; otherwise they are named
  --define                     define the measure if it is not there, with --definition <words> --unit <unit>
                               --direction up|down|neither --rhythm day|week|month
                               --counting value|count|percentage|ratio [--decimals <n>] [--target <n>] [--baseline <n>]
                               [--contributors <code,code>, else those in the file]
  --add-contributors           let organisations of the file contribute; new ones are added with --kind <kind>`;

/** Parses the command's options. @throws {LoadRefused} with the usage */
export function readOptions(argv: string[]): LoadOptions | "help" {
  const values = parsed(argv);
  if (values.help) return "help";
  const { measure, file } = values;
  if (!measure || !file) {
    throw new LoadRefused([`Say ${measure ? "which file: --file" : "which measure: --measure"}.`, "", usage]);
  }
  return {
    measure,
    file,
    system: values.system,
    as: values.as,
    contributor: values.contributor,
    columns: {
      period: values["period-column"],
      contributor: values["contributor-column"],
      numerator: values["numerator-column"],
      denominator: values["denominator-column"],
      value: values["value-column"],
    },
    goodRows: values["good-rows"] ?? false,
    correct: values.correct,
    define: values.define ? readDefinition(values, measure) : undefined,
    contributors: values.contributors
      ?.split(",")
      .map((code) => code.trim())
      .filter(Boolean),
    addContributors: values["add-contributors"] ?? false,
    kind: values.kind,
  };
}

type Values = ReturnType<typeof parsed>;

function parsed(argv: string[]) {
  try {
    return parseArgs({ args: argv, options, allowPositionals: false }).values;
  } catch (error) {
    const why = error instanceof Error ? (error.message.split(". ")[0] ?? "") : "";
    throw new LoadRefused([withFullStop(why), "", usage]);
  }
}

const flagOf: Record<string, string> = { operationalDefinition: "definition", baselinePoints: "baseline" };

function readDefinition(values: Values, name: string): Definition {
  const number = (given: string | undefined) => (given === undefined ? undefined : Number(given));
  const read = defineMeasureInput.safeParse({
    name,
    operationalDefinition: values.definition ?? "",
    counting: values.counting,
    unit: values.unit,
    direction: values.direction,
    rhythm: values.rhythm,
    decimals: number(values.decimals),
    target: number(values.target),
    baselinePoints: number(values.baseline),
    contributors: ["00000000-0000-4000-8000-000000000000"], // placeholder: resolved later from the database
  });
  if (!read.success) {
    throw new LoadRefused(
      read.error.issues.map(({ path, message }) => {
        const box = String(path[0]);
        return `--${flagOf[box] ?? box}: ${message}.`;
      }),
    );
  }
  const { contributors: _, ...definition } = read.data;
  return definition;
}
