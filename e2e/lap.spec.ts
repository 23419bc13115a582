import { notAnsweredYet, notAskedYet } from "@/server/experiments/start";
import { dayInWords, untilEndOf } from "@/server/format";
import { opensRequest } from "./asks";
import { daysFromToday } from "./days";
import { firstDay, lastDay, savesDays } from "./fills-in/days";
import { letItGoOn, pausedPage } from "./fills-in/pause";
import { writesShare } from "./fills-in/result";
import { council, hospital, measure, title, writesIdeaDown } from "./lap-idea";
import { expect, test } from "./story";

test("an idea goes all the way round, on a phone", async ({ signIn }) => {
  test.setTimeout(600_000);
  const imogen = await signIn("Imogen");

  await writesIdeaDown(imogen);

  await test.step("it says why it has not started, before anyone presses a button", async () => {
    await imogen.openExperiment(title);
    await imogen.reads("Why it has not started:", notAskedYet(hospital), notAskedYet(council));
    await expect(imogen.getByRole("button", { name: "Start the experiment" })).toHaveCount(0);
  });

  await test.step("she asks those who carry the risk for permission", async () => {
    await imogen.follow("Ask for permission");
    await imogen.arrivesAt("Ask for permission");
    await imogen.follow("Who must say yes, and until when");
    await imogen.arrivesAt("Who must say yes, and until when");
    await imogen.reads("Ifeoma Strandley, or Jocasta Merrivane", "Marcus Okell-Brandt");
    await imogen.writesDay(firstDay, daysFromToday(0));
    await imogen.writesDay(lastDay, daysFromToday(90));
    await savesDays(imogen);
    await imogen.arrivesAt("Check before you send");
    await imogen.press("Send to the leaders");
    await imogen.arrivesAt("Sent to the leaders");
    await imogen.reads("They are asked to answer within 5 days.");
    await imogen.openExperiment(title);
    await imogen.reads(notAnsweredYet(hospital), notAnsweredYet(council));
  });

  await test.step("one leader says yes; the other asks a question first", async () => {
    const ifeoma = await signIn("Ifeoma");
    await opensRequest(ifeoma, title);
    await ifeoma.reads(
      "A nurse checks them against the chart at the door.",
      "Others wait in A&E for a bed that is free.",
    );
    await ifeoma.follow("Give permission");
    await ifeoma.arrivesAt("Give permission");
    await ifeoma.writes("Your promise to them", "If a box goes wrong I answer for it with you.");
    await ifeoma.press("Give permission");
    await ifeoma.arrivesAt("Permission");
    await ifeoma.readsNotice("answered yes");

    const marcus = await signIn("Marcus");
    await opensRequest(marcus, title);
    await marcus.follow("Ask a question");
    await marcus.arrivesAt("Ask a question");
    await marcus.writes("Your question", "Who rings the carer when someone leaves early?");
    await marcus.press("Send the question");
    await marcus.arrivesAt("Permission");
    await marcus.readsNotice("answered question");

    await imogen.followsNeed(title, "Marcus Okell-Brandt asks: Who rings the carer when someone leaves early?");
    await imogen.arrivesAt("Permission");
    await imogen.reads(`Yes, ${untilEndOf(daysFromToday(90))}`, "A question: Who rings the carer");

    await marcus.followsNeed(title, "Your question is open");
    await marcus.arrivesAt("Read and answer");
    await marcus.follow("Give permission");
    await marcus.arrivesAt("Give permission");
    await marcus.writes("Your promise to them", "Imogen told me: the ward clerk rings. Go ahead.");
    await marcus.press("Give permission");
    await marcus.arrivesAt("Permission");
    await marcus.readsNotice("answered yes");
  });

  await test.step("the team starts", async () => {
    await imogen.openExperiment(title);
    await imogen.reads("Everyone who was asked has said yes. It can start.");
    await imogen.press("Start the experiment");
    await imogen.readsNotice("experiment started");
    await imogen.looks();
  });

  await test.step("she logs results: two presses and the numbers", async () => {
    await imogen.follow("Results");
    await imogen.arrivesAt("Results");
    await imogen.follow(`Add a result of ${measure}`);
    await imogen.arrivesAt("Add a result");
    for (const ready of [4, 6, 7]) {
      await writesShare(imogen, ready, 8);
      await imogen.press("Save");
      await expect(imogen.getByRole("heading", { name: "Saved" })).toBeFocused();
      await imogen.reads(`${Math.round((ready / 8) * 100)}% on`);
      await imogen.looks();
      await imogen.press("Add another");
    }
  });

  await test.step("the chart says what it shows, and its table has the same figures", async () => {
    await imogen.openExperiment(title);
    await imogen.follow("Results");
    await imogen.arrivesAt("Results");
    await expect(imogen.getByRole("figure", { name: measure })).toBeVisible();
    await imogen.getByText("Show the numbers").click();
    const rows = imogen.getByRole("table").getByRole("row");
    await expect(rows).toHaveCount(4);
    // The page asks for yesterday first, then today, then the day before
    const figures = [
      [-2, 88],
      [-1, 50],
      [0, 75],
    ] as const;
    await expect(rows).toContainText([
      "Day",
      ...figures.map(([days, of100]) => `${dayInWords(daysFromToday(days))}${of100}`),
    ]);
    await imogen.looks();
  });

  await test.step("something is wrong: one press pauses it, and the team lets it go on", async () => {
    await imogen.openExperiment(title);
    await imogen.follow("Something is wrong");
    await imogen.arrivesAt("Something is wrong");
    await imogen.chooses("What is it?", "Something else");
    await imogen.press("Pause it now");
    await imogen.arrivesAt(pausedPage);
    await imogen.reads("Thank you for saying so. It stays paused until people agree how to go on.");
    await imogen.follow("Go to the experiment");
    await imogen.arrivesAt(title);
    await imogen.follow("Go on or end it");
    await imogen.arrivesAt("Go on or end it");
    await imogen.writes("What was done about it?", "Two nurses read every label aloud.");
    await imogen.press(letItGoOn);
    await imogen.arrivesAt(title);
    await imogen.readsNotice("experiment goes on");
  });

  await test.step("a board is asked, and a member answers with a reason", async () => {
    await imogen.follow("Board reviews");
    await imogen.arrivesAt("Board reviews");
    await imogen.chooses("Which board?", "System Partnership Board");
    await imogen.writes("Your question, in one sentence", "May every ward work this way?");
    await imogen.press("Ask the board");
    await imogen.readsNotice("review asked");

    const cordelia = await signIn("Cordelia");
    await cordelia.followsNeed(title, "System Partnership Board is asked");
    await cordelia.arrivesAt("Board reviews");
    await cordelia.reads(
      "May every ward work this way?",
      "Someone goes home with tablets that were changed overnight.",
    );
    await cordelia.chooses("What does the System Partnership Board say?", "Spread it");
    await cordelia.writes("Why?", "It is safe, it is quick, and it costs nothing.");
    await cordelia.press("Send the answer");
    await cordelia.readsNotice("review answered");
    await cordelia.looks();
  });

  await test.step("the team ends it and says what it learned", async () => {
    await imogen.openExperiment(title);
    await imogen.follow("End it and say what we learned");
    await imogen.arrivesAt("What we learned");
    await imogen.reads("3 in 10 beds free before lunch by the spring");
    await imogen.chooses("How does it end?", "Adopt");
    await imogen.writes("What happened, compared with what you expected?", "7 of 8 people had them by 9am.");
    await imogen.writes("What did you learn?", "Ask the pharmacist at noon, not at five.");
    await imogen.chooses("Does the change stop?", "No, it stays");
    await imogen.chooses("Does measuring stop?", "No, we go on measuring");
    await imogen.press("End it and save what we learned");
    await imogen.arrivesAt("Thank you for trying, and for saying what you learned");
  });

  await test.step("its history tells it all, newest first", async () => {
    await imogen.openExperiment(title);
    await imogen.follow("History");
    await imogen.arrivesAt("History");
    const entries = imogen.getByRole("main").getByRole("listitem");
    await expect(entries).toContainText([
      "Imogen Tarrowby concluded it: adopt. What was learned: Ask the pharmacist at noon, not at five.",
      "Cordelia Ashgrove-Nwosu answered for the System Partnership Board: spread. It is safe, it is quick, and it costs nothing.",
      "Imogen Tarrowby asked the System Partnership Board to look at it: May every ward work this way?",
      "Imogen Tarrowby let it go on: Two nurses read every label aloud.",
      "Imogen Tarrowby said that something is wrong, and paused it: something else",
      `Imogen Tarrowby logged a result of ${measure}`,
      "Imogen Tarrowby started the experiment.",
      `Marcus Okell-Brandt gave permission for ${council}`,
      `Marcus Okell-Brandt asked for ${council}: Who rings the carer when someone leaves early?`,
      `Ifeoma Strandley gave permission for ${hospital}`,
      `Imogen Tarrowby asked ${council} and ${hospital} for permission`,
      `Imogen Tarrowby defined the measure ${measure} and chose it as process measure`,
      "Imogen Tarrowby set a stop rule: 1 person goes home with the wrong tablets",
      "Imogen Tarrowby wrote down the risk of not trying: Others wait in A&E for a bed that is free.",
      "Imogen Tarrowby recorded a risk: Someone goes home with tablets that were changed overnight. (6, moderate: moderate and unlikely)",
      `Imogen Tarrowby changed the words of the experiment: ${title}`,
      "Imogen Tarrowby noted an idea:",
    ]);
  });

  await test.step("the same pages on a laptop", async () => {
    const { pathname } = new URL(imogen.url());
    const experiment = pathname.replace("/history", "");
    await imogen.setViewportSize({ width: 1280, height: 800 });
    for (const part of ["", "/results", "/risks", "/permission", "/board", "/learning", "/history"])
      await imogen.opens(`${experiment}${part}`);
    await imogen.opens("/");
  });
});
