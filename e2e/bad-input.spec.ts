import { randomUUID } from "node:crypto";
import { fillsInIdea, ideaBoxes, notesIdea } from "./fills-in/idea";
import { pausedPage } from "./fills-in/pause";
import { answersOfRisk, riskQuestions, risksPage } from "./fills-in/risk";
import { changedMeanwhile, isToldOfProblem, readsProblems } from "./forms";
import { type Person, personAt } from "./person";
import { expect, test } from "./story";
import { demoId, experiment } from "./world";

const notes = (person: Person, changeIdea: string) =>
  notesIdea(person, { problem: "Something that happens too often.", changeIdea, place: "Ward 7B Larkspur" });

async function fillsInRisk(person: Person, harm: string): Promise<void> {
  await answersOfRisk(person, {
    harm,
    whoIsAffected: "People on the ward",
    domain: "Quality and safety",
    consequence: "Minor (2)",
    likelihood: "Rare (1)",
    controls: "A second pair of eyes.",
    earlyWarning: "A bell rings.",
  });
  await person.chooses("Who carries it?", "Quillshire University Hospitals NHS Trust");
}

const risksWith = (person: Person, harm: string) => person.getByRole("heading", { level: 2, name: harm, exact: true });

test("a double press saves once", async ({ comesBack }) => {
  const imogen = await comesBack("Imogen");
  const idea = await notes(imogen, "Press every button twice.");
  await imogen.opens(`${idea}/risks/new`);
  await fillsInRisk(imogen, "A button is pressed twice.");
  await imogen.getByRole("button", { name: "Save this risk" }).dblclick();
  await imogen.arrivesAt(risksPage);
  await imogen.readsNotice("risk recorded");
  await expect(risksWith(imogen, "A button is pressed twice.")).toHaveCount(1);
  await imogen.opens(`${idea}/risks`);
  await expect(risksWith(imogen, "A button is pressed twice.")).toHaveCount(1);
});

test("the network is gone: the words stay, and trying again saves once", async ({ comesBack }) => {
  const imogen = await comesBack("Imogen");
  imogen.mayLog(/ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_RESET|ERR_FAILED/);
  const idea = await notes(imogen, "Walk into the lift and out again.");
  await imogen.opens(`${idea}/risks/new`);
  await fillsInRisk(imogen, "The lift has no signal.");

  await test.step("on the way there", async () => {
    await imogen.context().setOffline(true);
    await imogen.press("Save this risk");
    expect(await readsProblems(imogen)).toEqual([
      "Not saved: no answer came back. Check your connection and try again. What you typed is still here.",
    ]);
    await imogen.context().setOffline(false);
  });

  await test.step("on the way back, when it is already saved", async () => {
    await imogen.route("**/api/trpc/risks.record", async (route) => {
      await route.fetch();
      await route.abort("connectionreset");
    });
    await imogen.press("Save this risk");
    await isToldOfProblem(imogen, "Not saved: no answer came back");
    await imogen.unroute("**/api/trpc/risks.record");
  });

  await expect(imogen.getByLabel(riskQuestions.harm, { exact: true })).toHaveValue("The lift has no signal.");
  await expect(imogen.getByRole("group", { name: riskQuestions.consequence }).getByLabel("Minor (2)")).toBeChecked();
  await imogen.press("Save this risk");
  await imogen.arrivesAt(risksPage);
  await expect(risksWith(imogen, "The lift has no signal.")).toHaveCount(1);
});

test("two people change the same risk: both versions are shown, and nothing typed is lost", async ({ comesBack }) => {
  const imogen = await comesBack("Imogen");
  imogen.mayLog(/status of 409/);
  const idea = await notes(imogen, "Write one thing with four hands.");
  await imogen.opens(`${idea}/team`);
  await imogen
    .getByLabel("Add someone to the team")
    .selectOption({ label: "Dayo Okonjo-Vance, Discharge coordinator, QUH" });
  await imogen.press("Add to the team");
  await imogen.reads("Dayo Okonjo-Vance");
  await imogen.opens(`${idea}/risks/new`);
  await fillsInRisk(imogen, "Two people write at once.");
  await imogen.press("Save this risk");
  await imogen.arrivesAt(risksPage);
  await imogen.getByRole("link", { name: "Change the risk: Two people write at once." }).click();
  await imogen.arrivesAt("Change a risk");
  const here = new URL(imogen.url()).pathname;

  const dayo = await comesBack("Dayo");
  await dayo.opens(here);
  await dayo.writes(riskQuestions.harm, "Dayo's words go missing.");
  await dayo.press("Save this risk");
  await dayo.arrivesAt(risksPage);

  await imogen.writes(riskQuestions.harm, "Imogen's words go missing.");
  await imogen.writes(riskQuestions.whoIsAffected, "Everyone who types");
  await imogen.press("Save this risk");
  const both = changedMeanwhile(imogen, "Dayo Okonjo-Vance");
  await expect(both).toBeVisible();
  await imogen.reads(
    "Imogen's words go missing.",
    "Dayo's words go missing.",
    "Everyone who types",
    "People on the ward",
  );
  await imogen.looks();
  await expect(imogen.getByLabel(riskQuestions.harm, { exact: true })).toHaveValue("Imogen's words go missing.");

  await imogen.press("Use theirs");
  await expect(imogen.getByLabel(riskQuestions.harm, { exact: true })).toHaveValue("Dayo's words go missing.");
  await imogen.press("Put mine back");
  await expect(imogen.getByLabel(riskQuestions.harm, { exact: true })).toHaveValue("Imogen's words go missing.");
  await imogen.press("Use mine");
  await imogen.arrivesAt(risksPage);
  await expect(risksWith(imogen, "Imogen's words go missing.")).toHaveCount(1);
  await imogen.opens(`${idea}/history`);
  await imogen.reads(
    "Dayo Okonjo-Vance changed a risk: Dayo's words go missing.",
    "Imogen Tarrowby changed a risk: Imogen's words go missing.",
  );
});

test("signed out while typing: the words stay, and after signing in again they are saved", async ({ signIn }) => {
  const imogen = await signIn("Imogen");
  imogen.mayLog(/status of 401/);
  await imogen.opens("/experiments/new");
  await fillsInIdea(imogen, {
    problem: "The session ends in the middle of a sentence.",
    changeIdea: "Go on with the sentence afterwards.",
    place: "At the desk",
  });
  await imogen.context().clearCookies();
  await imogen.press("Save this idea");
  expect(await readsProblems(imogen)).toEqual([
    "Not saved: you are signed out. Sign in again in another tab, then press the button again. What you typed is still here.",
  ]);
  await personAt(await imogen.context().newPage()).signIn("Imogen");
  await imogen.press("Save this idea");
  await imogen.arrivesAt("Go on with the sentence afterwards");
});

test("what is typed before the page's script has come is kept", async ({ comesBack }) => {
  const imogen = await comesBack("Imogen");
  let scriptComes = () => {};
  const script = new Promise<void>((comes) => {
    scriptComes = comes;
  });
  await imogen.route("**/*.js", async (route) => {
    await script;
    await route.continue();
  });
  await imogen.goto("/experiments/new", { waitUntil: "commit" });
  await imogen.getByLabel(ideaBoxes.problem).fill("A slow phone in a thick wall.");
  await imogen.getByLabel(ideaBoxes.changeIdea).fill("Type while it loads.");
  await imogen.getByLabel(ideaBoxes.place).fill("The lead-lined room");
  scriptComes();
  await imogen.press("Save this idea");
  await imogen.arrivesAt("Type while it loads");
  await imogen.reads("A slow phone in a thick wall.", "The lead-lined room");
  await imogen.opens("/experiments/new");
});

test("stopping is never blocked: one press, nothing filled in", async ({ comesBack }) => {
  const maeve = await comesBack("Maeve");
  await maeve.opens(experiment("E07", "/stop"));
  await maeve.press("Pause it now");
  await maeve.arrivesAt(pausedPage);
  await maeve.follow("Go to the experiment");
  await maeve.arrivesAt("Crews walk patients straight to SDEC");
  await maeve.reads(/^Maeve Culshandy paused it .*: something else\./);
});

test("words too long to break do not widen a page on a phone", async ({ comesBack }) => {
  const imogen = await comesBack("Imogen");
  const long = "Donaudampfschifffahrtsgesellschaftskapitän".repeat(6);
  await imogen.setViewportSize({ width: 320, height: 800 });
  await imogen.opens("/experiments/new");
  const problem = `${long} 👩‍👩‍👧‍👦 ${"نحن ننتظر ".repeat(20)}`;
  await fillsInIdea(imogen, { problem, changeIdea: "Say it shorter.", place: long.slice(0, 200) });
  await imogen.press("Save this idea");
  await imogen.arrivesAt("Say it shorter");
  const idea = new URL(imogen.url()).pathname;
  await imogen.opens(`${idea}/risks/new`);
  await fillsInRisk(imogen, long);
  await imogen.press("Save this risk");
  await imogen.arrivesAt(risksPage);
  for (const part of ["", "/permission/ask", "/history", "/edit"]) await imogen.opens(`${idea}${part}`);
});

test("a character that cannot be kept is refused with a sentence", async ({ comesBack }) => {
  const imogen = await comesBack("Imogen");
  const sentence = "This text has a character that cannot be kept, perhaps from a copy and paste. Type it again.";
  await imogen.opens("/experiments/new");
  const problem = "A NUL\u0000 came along with a copy and paste.";
  await fillsInIdea(imogen, { problem, changeIdea: "Look again.", place: "Ward 7B Larkspur" });
  await imogen.press("Save this idea");
  expect(await readsProblems(imogen)).toEqual([sentence]);

  await test.step("also when it comes past the form, and half a character too", async () => {
    for (const half of ["\\u0000", "\\ud83c", "\\udf3b and more"]) {
      const answer = await imogen.request.post("/api/trpc/risks.setRiskOfNotTrying", {
        headers: { "content-type": "application/json" },
        data: `{"experimentId":"${demoId("experiment/E09")}","key":"${randomUUID()}","riskOfNotTrying":"${half}"}`,
      });
      expect(answer.status()).toBe(400);
      expect(JSON.stringify(await answer.json())).toContain(sentence);
    }
  });
});
