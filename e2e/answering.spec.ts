import { dayInWords, untilEndOf } from "@/server/format";
import { differsFromAsked, notEarlier } from "@/server/permissions/answering/conditions";
import { WORDS_CHANGED } from "@/server/permissions/asking/ask";
import { asks, asksToTry, changesIdea, opensRequest, readyToAsk } from "./asks";
import { daysFromToday } from "./days";
import { isToldOfProblem, readsProblems } from "./forms";
import { countsFrom } from "./journey";
import { expect, test } from "./story";

const hospital = "Quillshire University Hospitals NHS Trust";
const council = "Quillshire County Council";
const measure = "Beds freed before 1pm";

test("L1: a leader gives permission in a lift; another asks first, and says yes to less", async ({ signIn }) => {
  const title = "Ring when the bed is clean";
  const imogen = await signIn("Imogen");
  const experimentId = await readyToAsk(imogen, title, { measure: "E09", asFarAs: 20 });
  await asks(imogen, experimentId);

  // Everything that a yes is said to is read without a press, so the words are not held to the 250 of a short ask
  await test.step("3 presses, 2 screens, 350 words", async () => {
    const ifeoma = await signIn("Ifeoma");
    const counts = await countsFrom(ifeoma);
    const before = counts.screens();
    await opensRequest(ifeoma, title);
    await counts.readsAtMost(350);
    await ifeoma.reads(
      `${asksToTry("Imogen Tarrowby")} ${untilEndOf(daysFromToday(90))}`,
      "The ward rings the desk as soon as a bed is clean.",
      "6, moderate.",
      "Reduced by: A nurse looks before she rings.",
      "People lie on trolleys beside a clean bed.",
      `${measure}: as far as 20%`,
      /\d+ of the last 12 weeks were below 20%/,
      "1 person falls on the way.",
      "Waiting for Marcus Okell-Brandt.",
      "Nobody will be asked for a recovery plan.",
    );
    await ifeoma.follow("Give permission");
    await ifeoma.arrivesAt("Give permission");
    await counts.readsAtMost(350);
    await ifeoma.reads("Imogen Tarrowby is told at once, by name, that you have their back.");
    await expect(ifeoma.getByLabel("Your promise to them")).toHaveValue(
      `If "${measure}" dips as agreed, I explain it. Nobody will be asked for a recovery plan.`,
    );
    expect(counts.screens() - before).toBe(2);
    await ifeoma.press("Give permission");
    await ifeoma.arrivesAt("Permission");
    await ifeoma.readsNotice("answered yes");
    expect(await counts.presses()).toBe(3);
    await ifeoma.opens(`/experiments/${experimentId}/permission/decide`);
    await ifeoma.reads("It has been answered for this organisation already.");
  });

  const marcus = await signIn("Marcus");
  await test.step("a question and the reply stand above the answer, and the clock is in sight on both sides", async () => {
    await opensRequest(marcus, title);
    await marcus.reads(`${hospital}: Yes.`);
    await marcus.follow("Ask a question");
    await marcus.arrivesAt("Ask a question");
    await marcus.writes("Your question", "Who rings at night?");
    await marcus.press("Send the question");
    await marcus.arrivesAt("Permission");

    await imogen.followsNeed(title, "Marcus Okell-Brandt asks: Who rings at night?");
    await imogen.arrivesAt("Permission");
    await imogen.reads(`${council} asks`, "Asked today. The clock keeps running.");
    await imogen.writes("Your reply to Marcus Okell-Brandt", "The night sister does.");
    await imogen.press("Send the reply");
    await imogen.readsNotice("question replied to");
    await imogen.looks();

    await marcus.followsNeed(title, "Your question has a reply");
    await marcus.arrivesAt("Read and answer");
    await marcus.reads("Who rings at night?", "The night sister does.", "Asked today. The clock keeps running.");
  });

  await test.step("a day that is not earlier and a dip that is not tighter are refused, and what was typed stays", async () => {
    marcus.mayLog(/status of 422/);
    await marcus.follow("Give permission");
    await marcus.arrivesAt("Give permission");
    await marcus.writes("Your promise to them", "March is hard for us. I explain the dip.");
    await marcus.chooses("You say yes", "Shorter or tighter");
    await marcus.press("Give permission");
    expect(await readsProblems(marcus)).toEqual(["Enter an earlier day, or a tighter figure for a dip"]);
    await marcus.writesDay("Until an earlier day", daysFromToday(91));
    await marcus.press("Give permission");
    await isToldOfProblem(marcus);
    expect(await readsProblems(marcus)).toEqual([notEarlier(daysFromToday(90))]);
    await marcus.writesDay("Until an earlier day", daysFromToday(30));
    await marcus.writes(`A tighter ${measure} (optional)`, "15");
    await marcus.press("Give permission");
    await expect
      .poll(() => readsProblems(marcus))
      .toEqual(["Enter a figure that is tighter than the 20% they asked for"]);
    await marcus.looks();
    await marcus.writes(`A tighter ${measure} (optional)`, "22");
    await expect(marcus.getByLabel("Your promise to them")).toHaveValue("March is hard for us. I explain the dip.");
    await marcus.press("Give permission");
    await marcus.arrivesAt("Permission");
    await marcus.readsNotice("answered yes with conditions");
  });

  await test.step("the team reads what differs, and accepts", async () => {
    await imogen.followsNeed(title, `${council} says yes, but not to all of it`);
    await imogen.arrivesAt("Permission");
    const [asked, given] = [daysFromToday(90), daysFromToday(30)];
    await imogen.reads(
      `${council} says yes, but not to all of it`,
      ...differsFromAsked({ endsOn: asked, expectedDips: [] }, { endsOn: given }),
      `${measure}: as far as 22%, not 20%.`,
    );
    await imogen.press(`Accept what ${council} says`);
    await imogen.readsNotice("conditions accepted");
    await imogen.reads(`Yes, ${untilEndOf(given)}`);
    await imogen.looks();
  });
});

test("an answer to old words is refused with both versions side by side, and what was typed is kept", async ({
  signIn,
}) => {
  const title = "Ring when the lift is free";
  const imogen = await signIn("Imogen");
  const experimentId = await readyToAsk(imogen, title, { measure: "E05", asFarAs: 15 });
  await asks(imogen, experimentId);
  const marcus = await signIn("Marcus");
  await opensRequest(marcus, title);
  await marcus.follow("Give permission");
  await marcus.arrivesAt("Give permission");
  await marcus.writes("Your promise to them", "I answer for it at scrutiny.");
  await changesIdea(imogen, experimentId, title, "The ward sends a runner.");
  marcus.mayLog(/status of 422/);

  await test.step("changed and not asked again: nothing to answer yet", async () => {
    await marcus.press("Give permission");
    expect(await readsProblems(marcus)).toEqual([WORDS_CHANGED]);
    await marcus.reads("You can answer once they ask again.", "The ward sends a runner.");
    await marcus.looks();
  });

  await test.step("asked again: one press reads the new words, another answers them", async () => {
    await asks(imogen, experimentId, 60);
    await marcus.press("Give permission");
    await expect
      .poll(() => readsProblems(marcus))
      .toEqual([
        "The team has asked again since, so your answer was not saved. Read what has changed, and answer that.",
      ]);
    const changed = marcus.getByRole("table", { name: "What has changed" });
    await expect(changed.getByRole("row", { name: /What they would try/ })).toContainText(
      /The ward rings the desk.*The ward sends a runner\./,
    );
    await expect(changed.getByRole("row", { name: /When/ })).toContainText(dayInWords(daysFromToday(60)));
    await marcus.follow("Read the new words");
    await expect(changed).toHaveCount(0);
    await marcus.reads("The ward sends a runner.");
    await expect(marcus.getByLabel("Your promise to them")).toHaveValue("I answer for it at scrutiny.");
    await marcus.press("Give permission");
    await marcus.arrivesAt("Permission");
    await marcus.readsNotice("answered yes");
    await marcus.reads("I answer for it at scrutiny.");
  });
});

test("L4: longer or the end, 3 presses and 200 words each, and both are thanked", async ({ signIn }) => {
  const title = "Ring when the porter comes";
  const imogen = await signIn("Imogen");
  const experimentId = await readyToAsk(imogen, title, { measure: "E07", asFarAs: 8 });
  await asks(imogen, experimentId, 10);
  for (const name of ["Jocasta", "Marcus"]) {
    const leader = await signIn(name);
    await opensRequest(leader, title);
    await leader.follow("Give permission");
    await leader.arrivesAt("Give permission");
    await leader.press("Give permission");
    await leader.arrivesAt("Permission");
  }

  await test.step("the end, by the team", async () => {
    await imogen.opens(`/experiments/${experimentId}/permission`);
    const counts = await countsFrom(imogen);
    await imogen.follow("Longer, or let it end?");
    await imogen.arrivesAt("Longer, or let it end?");
    await counts.readsAtMost(200);
    await imogen.reads(
      `Permission holds ${untilEndOf(daysFromToday(10))}: 10 days left.`,
      "It was never paused.",
      "Thank you for trying. Ending counts as much as going on.",
    );
    await imogen.chooses("What happens next?", "Let it end");
    await imogen.press("Continue");
    await imogen.readsNotice("permission let end");
    await imogen.reads("Imogen Tarrowby let it end on");
    expect(await counts.presses()).toBe(3);
    await imogen.looks();
  });

  await test.step("or longer, with a reason that goes along to the leaders", async () => {
    await imogen.opens(`/experiments/${experimentId}/permission/renew`);
    await imogen.chooses("What happens next?", "Ask for longer");
    await imogen.press("Continue");
    expect(await readsProblems(imogen)).toEqual(["Say why you need longer. The leaders read these words"]);
    await imogen.writes("Why?", "Spring will tell us more.");
    await imogen.press("Continue");
    await imogen.arrivesAt("Ask for permission");
  });
});
