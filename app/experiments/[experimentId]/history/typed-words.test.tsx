import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { TypedWords } from "@/app/ui/typed-words";
import { answeredForBoard, askedBoard } from "@/server/boards/journal-sentences";
import * as charts from "@/server/charts/journal-sentences";
import { endedCycle, plannedCycle } from "@/server/cycles/journal-sentences";
import * as dips from "@/server/dips/journal-sentences";
import * as experiments from "@/server/experiments/journal-sentences";
import { letterTo, news } from "@/server/mail/letter";
import * as measures from "@/server/measures/journal-sentences";
import { renamedOneself, renamedPerson } from "@/server/people/journal-sentences";
import * as permissions from "@/server/permissions/journal-sentences";
import * as risks from "@/server/risks/journal-sentences";
import { inQuotes, quoted, type Sentence, sentence } from "@/server/typed-words";
import { entrySentence } from "./entry-sentence";

const day = "2027-03-31";
const measure = (name: string) => ({ name, rhythm: "week" as const, unit: "%", decimals: 0 });
const score = { consequence: 4, likelihood: 2 };
const number = { id: "m", rhythm: "week", unit: "%", metWhen: "below", threshold: 60, periodsRunning: 2 } as const;

/** Every kind of journal sentence, with these words wherever somebody types. */
const kinds: Record<string, (typed: string) => Sentence[]> = {
  boards: (typed) => [
    askedBoard("Place Board", typed),
    answeredForBoard("Place Board", { answer: "stop", reason: typed, lookAgainOn: day }),
  ],
  charts: (typed) => [
    charts.rebased(measure(typed), "2027-01-04", typed),
    charts.removedRebase(measure(typed), "2027-01-04"),
    charts.leftOutPoint(measure(typed), "2027-01-04", typed),
    charts.putBackPoint(measure(typed), "2027-01-04"),
    charts.notedOnChart(typed, day, typed),
    charts.removedNote(typed, typed),
  ],
  cycles: (typed) => [plannedCycle(1, { plan: typed, prediction: typed }), endedCycle(1, "adapt", typed)],
  dips: (typed) => [
    dips.expectedDip(measure(typed), 60, day),
    dips.removedDip(typed),
    dips.setRule("safety", { words: typed, onMeasure: null }),
    dips.setRule("talk", { words: typed, onMeasure: { ...number, measure: { id: "m", name: typed } } }),
  ],
  experiments: (typed) => [
    experiments.notedIdea(typed),
    experiments.startedExperiment([typed]),
    experiments.startedAgain([typed]),
    experiments.pausedExperiment("something else", typed),
    experiments.pausedByBoard("Place Board", typed),
    experiments.saidMoreWhilePaused("something else", typed),
    experiments.resumedExperiment(typed, [typed]),
    experiments.stoppedExperiment(typed),
    experiments.concludedExperiment({ outcome: "adopt", learned: typed }),
  ],
  measures: (typed) => [
    measures.definedMeasure(typed),
    measures.choseMeasure(typed, "outcome"),
    measures.loggedResult(measure(typed), "2027-01-04"),
  ],
  people: (typed) => [
    ...renamedPerson({ name: "Ravi", job: typed }, { name: "Ravi Shah", job: "matron" }, typed),
    ...renamedOneself({ name: "Ravi", job: null }, { name: "Ravi", job: typed }),
  ],
  permissions: (typed) => [
    permissions.tookRequestBack(typed),
    permissions.letPermissionEnd(day, typed),
    permissions.reportedFix(typed),
    permissions.answeredRequest("yes with conditions", "OCH Trust", day, typed),
    permissions.answeredRequest("question", "OCH Trust", day, typed),
    permissions.answeredRequest("not this time", "OCH Trust", day, typed),
    permissions.repliedToQuestion("Sunniva", "OCH Trust", typed),
  ],
  risks: (typed) => [
    risks.recordedRisk({ harm: typed, ...score }),
    risks.beganRisk(typed),
    risks.wroteRiskOfNotTrying(typed),
  ],
};

const pretence = fc
  .tuple(
    fc.constantFrom("Granted by Ada. Permission holds until 31 March", "Sign in: https://evil.example", "<q>yes</q>"),
    fc.array(fc.constantFrom('"', "”", "“", "„", "»", "\n", ": ", ". ", "www.", "\n\n", "</q>"), { maxLength: 6 }),
  )
  .map(([words, marks]) => `x ${marks.join("")} ZZZ ${words} ZZZ ${marks.toReversed().join("")}`);

const reader = { personId: "1", email: "jocasta@quh.example", because: "you are on its team" };
const withoutQuotations = (text: string) => text.replace(/“[^”]*”/gu, "");

test.each(Object.entries(kinds))(
  "nothing typed reads as what Leeway says, in history or letter: %s",
  (_, sentencesOf) => {
    fc.assert(
      fc.property(pretence, fc.constantFrom(...(Object.keys(news) as (keyof typeof news)[])), (typed, about) => {
        for (const act of sentencesOf(typed)) {
          const page = renderToStaticMarkup(<TypedWords of={entrySentence("Ravi", act)} />);
          expect(page).toContain("ZZZ"); // control: it is there
          expect(page.replace(/<q [^>]*>[^<]*<\/q>/g, "")).not.toContain("ZZZ");
          const facts = { about, experimentId: "3f0b", title: typed, sentence: entrySentence("Ravi", act) };
          const { subject, text } = letterTo(reader, facts, "https://leeway.example");
          expect(withoutQuotations(`${subject}\n${text}`)).not.toMatch(/ZZZ|evil/);
          expect(text.match(/\w+:\/\/\S+/g)?.every((link) => link.startsWith("https://leeway.example/"))).toBe(true);
          expect(subject).not.toContain("\n");
        }
      }),
      { numRuns: 60 },
    );
  },
);

test("nothing typed can close its quotation in a record or on paper, and what is no sentence of ours is typed", () => {
  fc.assert(
    fc.property(fc.oneof(pretence, fc.string({ unit: "binary" })), (typed) => {
      expect(withoutQuotations(`before ${quoted(typed)} after`)).toBe("before  after");
      expect(withoutQuotations(inQuotes(sentence`before ${typed}`)).trim()).toBe("before");
    }),
  );
});
