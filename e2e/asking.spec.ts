import { problemWithWindow } from "@/server/dips/dip";
import { dayInWords, sentenceCase, untilEndOf } from "@/server/format";
import { DAYS_ARE_OVER, LAST_DAY_BEFORE_FIRST } from "@/server/text";
import { asksToTry } from "./asks";
import { daysFromToday } from "./days";
import { firstDay, lastDay, savesDays } from "./fills-in/days";
import { notesIdea } from "./fills-in/idea";
import { addsMeasure } from "./fills-in/measure";
import { answersOfRisk, riskPages, riskQuestions, risksPage } from "./fills-in/risk";
import { changedMeanwhile, isToldOfProblem, readsProblems } from "./forms";
import { type Person, personAt } from "./person";
import { expect, test } from "./story";
import { wordsShown } from "./visible-words";

const hospital = "Quillshire University Hospitals NHS Trust";
const council = "Quillshire County Council";
const harm = "Someone falls in the corridor, and nobody is near.";

/** Pages with more words than the others may have: five steps explained on two scales, and how likely a dip is. */
const needsMore: Record<string, number> = { [riskPages.howBad]: 125, "What may dip, what makes us stop": 110 };

/** The screens of a journey, with the number of our words on each (ux F5). */
function journeyOf(person: Person) {
  const screens: { heading: string; words: number }[] = [];
  return {
    screens,
    arrivesAt: async (heading: string) => {
      await person.arrivesAt(heading);
      screens.push({ heading, words: await wordsShown(person) });
    },
  };
}

/** Notes an idea, who takes part and a measure: two of the five tasks. */
async function beginsToAsk(imogen: Person): Promise<string> {
  const idea = await notesIdea(imogen, {
    problem: "People lie in the corridor while beds upstairs are being cleaned.",
    changeIdea: "Move people up before their bed is ready.",
    place: "Ward 7B Larkspur",
  });
  await imogen.opens(`${idea}/permission/ask`);
  await imogen.follow("The idea");
  await imogen.arrivesAt("The idea in words");
  await imogen.writes("We expect … (optional)", "fewer people in the corridor at noon");
  await imogen.chooses("Who takes part?", hospital, council);
  await imogen.press("Save these words");
  await imogen.arrivesAt("Ask for permission");
  await imogen.follow("How you will know");
  await imogen.arrivesAt("Add a measure");
  await addsMeasure(imogen, "A&E within 4 hours, %", "Balancing");
  await imogen.arrivesAt("Ask for permission");
  await imogen.readsNotice("measure chosen for asking");
  return idea;
}

/** The list item of a task, with its state. */
const stateOf = (person: Person, task: string) =>
  person
    .getByRole("main")
    .getByRole("listitem")
    .filter({ hasText: new RegExp(`^${task}`) });

test("risks are declared and permission is asked for, on a phone, left midway and found again", async ({
  comesBack,
}) => {
  test.setTimeout(300_000);
  const imogen = await comesBack("Imogen");
  imogen.mayLog(/status of 4(09|22)/);
  const idea = await beginsToAsk(imogen);
  await expect(stateOf(imogen, "Who must say yes")).toContainText("Cannot start yet");
  await expect(imogen.getByRole("link", { name: "Who must say yes, and until when" })).toHaveCount(0);
  const { screens, arrivesAt } = journeyOf(imogen);

  await test.step("a risk, one question a page", async () => {
    await imogen.opens(`${idea}/permission/ask`);
    await arrivesAt("Ask for permission");
    await imogen.follow(risksPage);
    await arrivesAt(riskPages.what);
    await imogen.getByText("What similar teams wrote").click();
    await imogen
      .getByRole("button", { name: /^Use these words/ })
      .first()
      .click();
    await expect(imogen.getByLabel(riskQuestions.harm, { exact: true })).not.toHaveValue("");
    await answersOfRisk(imogen, { harm, whoIsAffected: "Frail people who wait", domain: "Quality and safety" });
    await imogen.press("Continue");
    await arrivesAt(riskPages.howBad);
    await answersOfRisk(imogen, { consequence: "Major (4)", likelihood: "Likely (4)" });
    await imogen.press("Continue");
    await arrivesAt(riskPages.whatHelps);
  });

  await test.step("she is called away, and comes back to where she was with every answer there", async () => {
    await imogen.opens("/");
    await imogen.opens(`${idea}/permission/ask`);
    await expect(stateOf(imogen, risksPage)).toContainText("1 risk half written");
    await imogen.follow(risksPage);
    await imogen.arrivesAt(risksPage);
    await imogen.reads("Half written. Nobody is asked about it yet.");
    await imogen.getByRole("link", { name: `Go on with the risk: ${harm}` }).click();
    await imogen.arrivesAt(riskPages.whatHelps);
    await imogen.getByRole("navigation", { name: "Back" }).getByRole("link").click();
    await imogen.arrivesAt(riskPages.howBad);
    await expect(imogen.getByRole("group", { name: riskQuestions.consequence }).getByLabel("Major (4)")).toBeChecked();
    await imogen.press("Continue");
    await imogen.arrivesAt(riskPages.whatHelps);
  });

  await test.step("the rest of the risk, and the risk of not trying", async () => {
    await answersOfRisk(imogen, {
      controls: "A corridor nurse on every shift.",
      earlyWarning: "More than 8 people in the corridor.",
    });
    await imogen.press("Continue");
    await arrivesAt("Who carries this risk");
    await imogen.chooses("Who carries it?", hospital, council);
    await imogen.press("Save this risk");
    await arrivesAt(risksPage);
    await imogen.writes("What goes wrong today if nobody tries?", "People wait in the corridor for a clean bed.");
    await imogen.press("Save the risk of not trying");
    await arrivesAt("Ask for permission");
    await expect(stateOf(imogen, risksPage)).toContainText("Completed");
  });

  await test.step("an expected dip, with what the figure's past says of it", async () => {
    await imogen.follow("What dip to expect");
    await arrivesAt("Expect a dip");
    await imogen.getByLabel("Which measure may dip?").selectOption({ label: "A&E within 4 hours, in %" });
    await imogen.writes("How far, at worst?", "62");
    await imogen.writesDay(firstDay, daysFromToday(7));
    await imogen.writesDay(lastDay, daysFromToday(8));
    await imogen.chooses("Who carries it?", hospital);
    await imogen.press("Save this dip");
    await isToldOfProblem(
      imogen,
      String(problemWithWindow({ fromOn: daysFromToday(7), endsOn: daysFromToday(8) }, "week")),
    );
    await imogen.writesDay(lastDay, daysFromToday(70));
    await imogen.press("Save this dip");
    await arrivesAt("What may dip, what makes us stop");
    await imogen.reads(
      /\d+ of the last 12 weeks (was|were) below 62%/,
      /Ordinary variation alone may break it: \d+ chances in 100/,
    );
    await imogen.reads(/2 experiments expect this figure to dip at the same time\. Together they could take it to/);
    await imogen.follow("Back to asking");
    await arrivesAt("Ask for permission");
  });

  await test.step("who must say yes: found from who carries what; days that make no sense are said, and nothing is lost", async () => {
    await imogen.follow("Who must say yes, and until when");
    await arrivesAt("Who must say yes, and until when");
    await imogen.reads("Ifeoma Strandley, or Jocasta Merrivane", "Marcus Okell-Brandt", "A risk scores 16.");
    await imogen.writesDay(firstDay, "2027-02-30");
    await savesDays(imogen);
    await isToldOfProblem(imogen, "real date");
    await imogen.writesDay(firstDay, daysFromToday(7));
    await imogen.writesDay(lastDay, daysFromToday(6));
    await savesDays(imogen);
    await isToldOfProblem(imogen, LAST_DAY_BEFORE_FIRST);
    await imogen.writesDay(firstDay, daysFromToday(-9));
    await imogen.writesDay(lastDay, daysFromToday(-2));
    await savesDays(imogen);
    expect(await readsProblems(imogen)).toEqual([DAYS_ARE_OVER]);
    await imogen.writesDay(firstDay, daysFromToday(7));
    await imogen.writesDay(lastDay, daysFromToday(90));

    const other = personAt(await imogen.context().newPage());
    await other.opens(`${idea}/permission/ask/who`);
    await other.writesDay(lastDay, daysFromToday(60));
    await savesDays(other);
    await other.arrivesAt("Ask for permission");
    await expect(stateOf(other, "Who must say yes")).toContainText(sentenceCase(untilEndOf(daysFromToday(60))));
    await other.close();

    await imogen.chooses("Which board is asked as well?", "System Partnership Board");
    await savesDays(imogen);
    await expect(changedMeanwhile(imogen, "Imogen Tarrowby")).toBeVisible();
    await imogen.reads(dayInWords(daysFromToday(60)));
    await imogen.looks();
    await imogen.press("Use mine");
    await arrivesAt("Weigh this risk once more");
  });

  await test.step("a high score is weighed once, then checked and sent, once however often it is pressed", async () => {
    await imogen.press("Go on to check and send");
    await arrivesAt("Check before you send");
    await imogen.reads(`From ${dayInWords(daysFromToday(7))} ${untilEndOf(daysFromToday(90))}`, harm);
    await imogen.opens(`${idea}/permission/ask/preview`);
    await imogen.reads(asksToTry("Imogen Tarrowby"), harm, "People wait in the corridor for a clean bed.");
    await imogen.opens(`${idea}/permission/ask/check`); // not weighed again
    await imogen.press("Send to the leaders");
    await isToldOfProblem(imogen, "Say that you know this");
    await imogen.chooses("Do you know what this adds up to?", "Yes, we know this");
    await imogen.getByRole("button", { name: "Send to the leaders" }).dblclick();
    await arrivesAt("Sent to the leaders");
    await imogen.reads(/Marcus Okell-Brandt.*Ifeoma Strandley.*the System Partnership Board can read it now/);
    await imogen.reads("They are asked to answer within 5 days.");
    await imogen.follow("See who has answered");
    await imogen.arrivesAt("Permission");
    await expect(imogen.getByRole("heading", { level: 2, name: /^Asked by Imogen Tarrowby/ })).toHaveCount(1);
  });

  expect(screens.length, screens.map(({ heading }) => heading).join(" > ")).toBeLessThanOrEqual(14);
  expect(screens.filter(({ heading, words }) => words > (needsMore[heading] ?? 80))).toEqual([]);
});
