import { dayInWords } from "@/server/format";
import { daysFromToday } from "./days";
import { isToldOfProblem, readsProblems } from "./forms";
import { type Person, personAt } from "./person";
import { expect, test } from "./story";
import { wordsShown } from "./visible-words";

const hospital = "Quillshire University Hospitals NHS Trust";
const council = "Quillshire County Council";
const harm = "Someone falls in the corridor, and nobody is near.";

/** Two scales of five steps, each with the sentence that makes two people score alike; and what a figure's past says of a dip. */
const needsMore: Record<string, number> = { "How bad, and how likely": 125, "What may dip, what makes us stop": 110 };

/** What a journey may cost (ux F5): the screens they go through, and the words of the product on each. */
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

/** An idea in words, with what is expected of it and who takes part: two of the five tasks. */
async function notesIdea(imogen: Person): Promise<string> {
  await imogen.opens("/experiments/new");
  await imogen.writes("What bothers you?", "People lie in the corridor while beds upstairs are being cleaned.");
  await imogen.writes("What would you try?", "Move people up before their bed is ready.");
  await imogen.writes("Where?", "Ward 7B Larkspur");
  await imogen.press("Save this idea");
  await imogen.reads("Saved. Only your team sees it");
  await imogen.looks();
  const idea = new URL(imogen.url()).pathname;
  await imogen.opens(`${idea}/permission/ask`);
  await imogen.follow("The idea");
  await imogen.arrivesAt("The idea in words");
  await imogen.writes("We expect … (optional)", "fewer people in the corridor at noon");
  await imogen.chooses("Who takes part?", hospital, council);
  await imogen.press("Save these words");
  await imogen.arrivesAt("Ask for permission");
  await imogen.follow("How you will know");
  await imogen.arrivesAt("Add a measure");
  await imogen.getByLabel("Which measure?").selectOption({ label: "A&E within 4 hours, %" });
  await imogen.getByRole("group", { name: "What part does it play?" }).first().getByLabel("Balancing").check();
  await imogen.press("Add this measure");
  await imogen.arrivesAt("Ask for permission");
  await imogen.reads("Saved. Now anyone can see how you will know whether it works.");
  return idea;
}

/** A task and its state, as a screen reader says them. */
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
  const idea = await notesIdea(imogen);
  await expect(stateOf(imogen, "Who must say yes")).toContainText("Cannot start yet");
  await expect(imogen.getByRole("link", { name: "Who must say yes, and until when" })).toHaveCount(0);
  const { screens, arrivesAt } = journeyOf(imogen);

  await test.step("a risk, one question a page", async () => {
    await imogen.opens(`${idea}/permission/ask`);
    await arrivesAt("Ask for permission");
    await imogen.follow("What could go wrong");
    await arrivesAt("What could go wrong, and to whom");
    await imogen.getByText("What similar teams wrote").click();
    await imogen
      .getByRole("button", { name: /^Use these words/ })
      .first()
      .click();
    await expect(imogen.getByLabel("What could go wrong?", { exact: true })).not.toHaveValue("");
    await imogen.writes("What could go wrong?", harm);
    await imogen.writes("To whom?", "Frail people who wait");
    await imogen.chooses("What would it touch most?", "Quality and safety");
    await imogen.press("Continue");
    await arrivesAt("How bad, and how likely");
    await imogen.chooses("How bad would it be?", "Major (4)");
    await imogen.chooses("How likely is it?", "Likely (4)");
    await imogen.press("Continue");
    await arrivesAt("What helps, and the first sign");
  });

  await test.step("she is called away, and comes back to where she was with every answer there", async () => {
    await imogen.opens("/");
    await imogen.opens(`${idea}/permission/ask`);
    await expect(stateOf(imogen, "What could go wrong")).toContainText("1 risk half written");
    await imogen.follow("What could go wrong");
    await imogen.arrivesAt("What could go wrong");
    await imogen.reads("Half written. Nobody is asked about it yet.");
    await imogen.getByRole("link", { name: `Go on with the risk: ${harm}` }).click();
    await imogen.arrivesAt("What helps, and the first sign");
    await imogen.getByRole("navigation", { name: "Back" }).getByRole("link").click();
    await imogen.arrivesAt("How bad, and how likely");
    await expect(imogen.getByRole("group", { name: "How bad would it be?" }).getByLabel("Major (4)")).toBeChecked();
    await imogen.press("Continue");
    await imogen.arrivesAt("What helps, and the first sign");
  });

  await test.step("the rest of the risk, and the risk of not trying", async () => {
    await imogen.writes("What makes it less likely, or less bad?", "A corridor nurse on every shift.");
    await imogen.writes("What would you notice first?", "More than 8 people in the corridor.");
    await imogen.press("Continue");
    await arrivesAt("Who carries this risk");
    await imogen.chooses("Who carries it?", hospital, council);
    await imogen.press("Save this risk");
    await arrivesAt("What could go wrong");
    await imogen.writes("What goes wrong today if nobody tries?", "People wait in the corridor for a clean bed.");
    await imogen.press("Save the risk of not trying");
    await arrivesAt("Ask for permission");
    await expect(stateOf(imogen, "What could go wrong")).toContainText("Completed");
  });

  await test.step("an expected dip, with what the figure's past says of it", async () => {
    await imogen.follow("What dip to expect");
    await arrivesAt("Expect a dip");
    await imogen.getByLabel("Which measure may dip?").selectOption({ label: "A&E within 4 hours, in %" });
    await imogen.writes("How far, at worst?", "62");
    await imogen.writesDay("From which day?", daysFromToday(7));
    await imogen.writesDay("Until the end of which day?", daysFromToday(8));
    await imogen.chooses("Who carries it?", hospital);
    await imogen.press("Save this dip");
    await isToldOfProblem(imogen, "Choose days with at least 1 whole week in them");
    await imogen.writesDay("Until the end of which day?", daysFromToday(70));
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
    const [from, until] = ["From which day?", "Until the end of which day?"];
    await imogen.writesDay(from, "2027-02-30");
    await imogen.press("Save and go on");
    await isToldOfProblem(imogen, "real date");
    await imogen.writesDay(from, daysFromToday(7));
    await imogen.writesDay(until, daysFromToday(6));
    await imogen.press("Save and go on");
    await isToldOfProblem(imogen, "The last day must not be before the first day");
    await imogen.writesDay(from, daysFromToday(-9));
    await imogen.writesDay(until, daysFromToday(-2));
    await imogen.press("Save and go on");
    expect(await readsProblems(imogen)).toEqual(["These days are over already. Choose a last day from today on"]);
    await imogen.writesDay(from, daysFromToday(7));
    await imogen.writesDay(until, daysFromToday(90));

    const other = personAt(await imogen.context().newPage());
    await other.opens(`${idea}/permission/ask/who`);
    await other.writesDay(until, daysFromToday(60));
    await other.press("Save and go on");
    await other.arrivesAt("Ask for permission");
    await expect(stateOf(other, "Who must say yes")).toContainText(`Until the end of ${dayInWords(daysFromToday(60))}`);
    await other.close();

    await imogen.chooses("Which board is asked as well?", "System Partnership Board");
    await imogen.press("Save and go on");
    await imogen.reads("Imogen Tarrowby changed this while you were writing", dayInWords(daysFromToday(60)));
    await imogen.looks();
    await imogen.press("Use mine");
    await arrivesAt("Weigh this risk once more");
  });

  await test.step("a high score is weighed once, then checked and sent, once however often it is pressed", async () => {
    await imogen.press("Go on to check and send");
    await arrivesAt("Check before you send");
    await imogen.reads(`From ${dayInWords(daysFromToday(7))} until the end of ${dayInWords(daysFromToday(90))}`, harm);
    await imogen.opens(`${idea}/permission/ask/preview`);
    await imogen.reads("Imogen Tarrowby asks to try this", harm, "People wait in the corridor for a clean bed.");
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
