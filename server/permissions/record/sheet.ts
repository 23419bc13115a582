import { dipAtWorst } from "@/server/dips/dip";
import { noteOnRule, stopRuleInWords } from "@/server/dips/stop-rule-in-words";
import { dayInWords, listInWords, withFullStop } from "@/server/format";
import { groupedBy } from "@/server/measures/grouped";
import { noHarmInWords, undoneInWords } from "@/server/permissions/answering/one-page";
import type { PermissionRecord } from "@/server/permissions/record/record";
import {
  answerInWords,
  askedInWords,
  boardsInWords,
  dipInWords,
  jobsInWords,
  recordEvents,
  statusInWords,
} from "@/server/permissions/record/sentences";
import { measureInWords } from "@/server/permissions/terms/measure-in-words";
import type { Terms } from "@/server/permissions/terms/terms";
import { riskFieldNames } from "@/server/risks/fields";
import { riskBand, riskScore } from "@/server/risks/score";
import { otherFieldsInWords } from "@/server/risks/words";
import { inQuotes, joined, quoted, type Sentence } from "@/server/typed-words";

/** Word limit of a sheet: it must be read quickly. */
export const maxSheetWords = 350;
/** Words on every sheet besides the record's own: headings, and a footer with a long name. */
export const fixedWords = 44;

/** Part of a line. Rank 0 is required; the rest is added by rank, lowest first, while there is room. */
type Piece = { text: string; rank: number; name: string; typed?: true };
export type SheetLine = { term: string; pieces: Piece[] };
export type Sheet = {
  title: string;
  asked: string;
  terms: { term: string; text: string; parts: Sentence }[];
  decided: string[];
  happened: string[];
  /** Name of the measure whose chart is on the sheet. */
  drawn: string;
  /** Names of what was left off the sheet. */
  leftOff: string[];
  /** Whether something required did not fit, so that the full text follows on a second sheet. */
  wholeFollows: boolean;
};

const wordsIn = (text: string) => text.split(/\s+/).filter(Boolean).length;
const names = (parties: { name: string }[]) => listInWords(parties.map((party) => party.name));

/** The rank after each field of a risk has had its own. */
const afterRisks = 9 + riskFieldNames.length;

/** The terms, most important first, in exact words; each piece is shown whole or not at all. */
export function termLines(terms: Omit<Terms, "fromOn" | "endsOn">): SheetLine[] {
  /** What the team typed, which stands apart from what Leeway says beside it. */
  const must = (text: string, name = ""): Piece => ({ text, rank: 0, name, typed: true });
  const may = (rank: number, name: string, text: string): Piece => ({ text, rank, name, typed: true });
  const says = (rank: number, name: string, text: string): Piece => ({ text, rank, name });
  /** One name for what is left off of the terms: many would take the room of what is on the sheet. */
  const rest = (rank: number, text: string) => may(rank, "the rest of the words", text);
  const restSays = (rank: number, text: string) => says(rank, "the rest of the words", text);
  const risks = terms.risks.toSorted((a, b) => riskScore(b) - riskScore(a));
  return [
    {
      term: "The idea",
      pieces: [
        must(withFullStop(terms.changeIdea), "what they would try"),
        says(1, "where", "Where:"),
        may(1, "where", withFullStop(terms.place)),
      ],
    },
    {
      term: "Prediction",
      pieces: [may(8, "the prediction", terms.prediction), rest(afterRisks, withFullStop(terms.predictionBecause))],
    },
    ...risks.map((risk, index) => ({
      term: `Risk ${index + 1}: ${riskScore(risk)}, ${riskBand(riskScore(risk))}`,
      pieces: [
        {
          ...must(withFullStop(risk.harm), "risks"),
          rank: index < 3 ? 0 : 2,
        },
        rest(3 + index, withFullStop(risk.controls)),
        restSays(6, `Carried by ${names(risk.carriedBy)}.`),
        ...otherFieldsInWords(risk, ["harm", "consequence", "likelihood", "controls"]).flatMap(
          ({ name, term, words }) => [
            restSays(9 + riskFieldNames.indexOf(name), `${term}:`),
            rest(9 + riskFieldNames.indexOf(name), withFullStop(words)),
          ],
        ),
      ],
    })),
    { term: "Risk", pieces: [says(0, "that no harm is foreseen", noHarmInWords(terms))] },
    { term: "Can it be undone?", pieces: [restSays(7, undoneInWords(terms.reversible))] },
    { term: "Risk of not trying", pieces: [must(terms.riskOfNotTrying, "the risk of not trying")] },
    {
      term: "Expected dip",
      pieces: terms.expectedDips.flatMap((dip) => [
        must(`${dipAtWorst(dip)}.`, "expected dips"),
        restSays(afterRisks, `From ${dayInWords(dip.fromOn)}. Carried by ${names(dip.carriedBy)}.`),
      ]),
    },
    ...(["safety", "talk"] as const).map((kind) => ({
      term: kind === "safety" ? "Stop rules" : "Talk rules",
      pieces: terms.stopRules
        .filter((rule) => rule.kind === kind)
        .flatMap((rule) => [must(withFullStop(stopRuleInWords(rule)), "stop rules"), rest(8, noteOnRule(rule))]),
    })),
    ...terms.measures.map((measure) => {
      const { name, meaning } = measureInWords(measure);
      return {
        term: "Measure",
        pieces: [rest(7, withFullStop(name)), rest(afterRisks, meaning)],
      };
    }),
    ...(terms.whyLonger
      ? [{ term: "Why longer", pieces: [may(2, "why it was asked for longer", terms.whyLonger)] }]
      : []),
    { term: "What bothered them", pieces: [rest(afterRisks, withFullStop(terms.problem))] },
    { term: "The team", pieces: [restSays(7, names(terms.team))] },
    { term: "Taking part", pieces: [says(afterRisks, "who takes part", names(terms.takingPart))] },
  ];
}

/** The pieces of a line as one text, in which what people typed is kept apart. */
export const partsOf = (pieces: readonly Piece[]): Sentence =>
  joined(
    pieces
      .filter(({ text }) => text.trim() !== "")
      .map(({ text, typed }) => (typed ? [{ typed: text.trim() }] : [text.trim()])),
  );

/**
 * A record on one page. Pieces are never cut: each is shown whole or named as left off. At most `maxSheetWords` words, and
 * fewer if they do not fit the paper, which only the page knows.
 */
export function sheetOf(record: PermissionRecord, fitsPaper: (sheet: Sheet) => boolean = () => true): Sheet {
  const lines = record.terms ? termLines(record.terms) : [];
  const decided: Piece[] = [
    ...record.standing.map(({ organisation, words }) => ({
      text: `${organisation}: ${quoted(words)}`,
      rank: 0,
      name: "by which words it started",
    })),
    ...record.answers.map((answer) => ({
      text: answerInWords(answer),
      rank: answer.answer === "question" ? 5 : 0,
      name: answer.answer === "question" ? "questions" : "what leaders said",
    })),
    { text: jobsInWords(record), rank: 1.5, name: "their jobs" },
    ...boardsInWords(record).map((text) => ({ text, rank: 0, name: "what the board said" })),
    ...record.figures.flatMap(({ knownThen }) =>
      knownThen.map((text, index) => ({
        text: index === 0 ? `Known then: ${text}` : text,
        rank: index === 0 ? 0 : 4,
        name: "more of the outlook",
      })),
    ),
  ];
  const happened: Piece[] = [
    ...recordEvents(record).flatMap(({ sentence, learned }) => [
      { text: sentence, rank: 0, name: "what happened" },
      { text: learned ? `What was learned: ${quoted(learned)}` : "", rank: 4, name: "the learning" },
    ]),
    ...record.figures.flatMap((figure) => {
      const text = dipInWords(record, figure);
      return text ? [{ text, rank: 0, name: "what happened" }] : [];
    }),
    { text: statusInWords(record), rank: 0, name: "how it stands" },
  ];
  const [first, ...others] = record.figures;
  const asked = askedInWords(record);
  const pieces = [...lines.flatMap((line) => line.pieces), ...decided, ...happened].filter(
    ({ text }) => text.trim() !== "",
  );
  const sheetWith = (room: number): Sheet => {
    const shown = selectPieces(pieces, room);
    const texts = (group: Piece[]) => group.filter((piece) => shown.has(piece)).map(({ text }) => text.trim());
    const off = pieces.filter((piece) => !shown.has(piece));
    return {
      title: record.title,
      asked,
      terms: lines.flatMap((line) => {
        const parts = partsOf(line.pieces.filter((piece) => shown.has(piece)));
        return parts.length === 0 ? [] : [{ term: line.term, text: inQuotes(parts), parts }];
      }),
      decided: texts(decided),
      happened: texts(happened),
      drawn: first?.measure.name ?? "",
      leftOff: [
        ...new Set([...off.map(({ name }) => name), ...others.map(({ measure }) => `the chart of ${measure.name}`)]),
      ],
      wholeFollows: off.some(({ rank }) => rank === 0),
    };
  };
  // The names of what is left off take room too
  let room = maxSheetWords;
  let sheet = sheetWith(room);
  while ((wordsOn(sheet) > maxSheetWords || !fitsPaper(sheet)) && room > 0) {
    room -= 1;
    sheet = sheetWith(room);
  }
  return sheet;
}

/** Number of words on a sheet, without its chart. */
export const wordsOn = ({ title, asked, terms, decided, happened, drawn, leftOff }: Sheet): number =>
  fixedWords +
  wordsIn(
    [title, asked, ...terms.flatMap(({ term, text }) => [term, text]), ...decided, ...happened, drawn, ...leftOff].join(
      " ",
    ),
  );

/** The pieces for which there is room: first the required ones, shortest first; then the rest by rank. */
function selectPieces(pieces: readonly Piece[], room: number): Set<Piece> {
  const selected = new Set<Piece>();
  let left = room;
  const take = (...group: Piece[]) => {
    const words = group.reduce((sum, { text }) => sum + wordsIn(text), 0);
    if (words > left) return;
    left -= words;
    for (const piece of group) selected.add(piece);
  };
  const must = pieces.filter(({ rank }) => rank === 0).toSorted((a, b) => wordsIn(a.text) - wordsIn(b.text));
  for (const piece of must) take(piece);
  // Pieces of one rank go together: first signs of one risk without the other's would be confusing
  const rest = pieces.filter(({ rank }) => rank > 0).toSorted((a, b) => a.rank - b.rank);
  const groups = groupedBy(rest, ({ rank }) => rank);
  for (const group of groups.values()) take(...group);
  return selected;
}
