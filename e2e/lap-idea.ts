import { fillsInIdea } from "./fills-in/idea";
import { fillsInMeasure } from "./fills-in/measure";
import { answersOfRisk, riskPages, risksPage } from "./fills-in/risk";
import type { Person } from "./person";
import { test } from "./story";

export const title = "Tablets ready the evening before";
export const hospital = "Quillshire University Hospitals NHS Trust";
export const council = "Quillshire County Council";
export const measure = "Tablets ready by 9am on Ward 7B";

/** The first part of lap.spec.ts: an idea, a risk, a stop rule and a measure. */
export async function writesIdeaDown(imogen: Person): Promise<void> {
  await test.step("a team member notes an idea in three boxes", async () => {
    await imogen.follow("New idea");
    await imogen.arrivesAt("New idea");
    await fillsInIdea(imogen, {
      problem: "People wait until evening for their tablets to take home.",
      changeIdea: "The pharmacist makes them ready the evening before.",
      place: "Ward 7B Larkspur",
    });
    await imogen.press("Save this idea");
    await imogen.readsNotice("idea noted");
    await imogen.looks();
  });

  await test.step("she says what the team expects and who takes part", async () => {
    await imogen.follow("Say what you expect");
    await imogen.arrivesAt("The idea in words");
    await imogen.writes("Its name", title);
    await imogen.writes("We expect … (optional)", "3 in 10 beds free before lunch by the spring");
    await imogen.writes("… because … (optional)", "tablets are the last thing people wait for");
    await imogen.chooses("Who takes part?", hospital, council);
    await imogen.press("Save these words");
    await imogen.arrivesAt(title);
    await imogen.readsNotice("experiment changed");
  });

  await test.step("she says what could go wrong, and what goes wrong today", async () => {
    await imogen.follow(risksPage);
    await imogen.arrivesAt(risksPage);
    await imogen.follow("Add a risk");
    await imogen.arrivesAt(riskPages.what);
    await answersOfRisk(imogen, {
      harm: "Someone goes home with tablets that were changed overnight.",
      whoIsAffected: "People who go home before lunch",
      domain: "Quality and safety",
    });
    await imogen.press("Continue");
    await imogen.arrivesAt(riskPages.howBad);
    await answersOfRisk(imogen, { consequence: "Moderate (3)", likelihood: "Unlikely (2)" });
    await imogen.press("Continue");
    await imogen.arrivesAt(riskPages.whatHelps);
    await answersOfRisk(imogen, {
      controls: "A nurse checks them against the chart at the door.",
      earlyWarning: "A box comes back to the pharmacy.",
    });
    await imogen.press("Continue");
    await imogen.arrivesAt("Who carries this risk");
    await imogen.chooses("Who carries it?", hospital, council);
    await imogen.press("Save this risk");
    await imogen.arrivesAt(risksPage);
    await imogen.readsNotice("risk recorded");
    await imogen.reads(`${council} and ${hospital}`);
    await imogen.writes("What goes wrong today if nobody tries?", "Others wait in A&E for a bed that is free.");
    await imogen.press("Save the risk of not trying");
    await imogen.readsNotice("risk of not trying");
    await imogen.looks();
  });

  await test.step("she says what makes them stop, and how they will know", async () => {
    await imogen.openExperiment(title);
    await imogen.follow("What may dip, what makes us stop");
    await imogen.arrivesAt("What may dip, what makes us stop");
    await imogen.follow("Add a rule");
    await imogen.arrivesAt("Add a stop rule or talk rule");
    await imogen.writes("In words", "1 person goes home with the wrong tablets");
    await imogen.chooses("What does it do?", "Stop rule");
    await imogen.press("Save this rule");
    await imogen.arrivesAt("What may dip, what makes us stop");
    await imogen.readsNotice("stop rule set");
    await imogen.openExperiment(title);
    await imogen.follow("Results");
    await imogen.arrivesAt("Results");
    await imogen.follow("Add a measure");
    await imogen.arrivesAt("Add a measure");
    await imogen.getByRole("group", { name: "What part does it play?" }).last().getByLabel("Process").check();
    await fillsInMeasure(imogen, {
      name: measure,
      definition: "People who leave, whose tablets were in the ward's cupboard at 9am.",
      counting: "A percentage",
      better: "Higher is better",
      every: "Every day",
    });
    await imogen.getByRole("group", { name: "Who contributes?" }).getByLabel(council).uncheck();
    await imogen.press("Save and add this measure");
    await imogen.arrivesAt("Results");
    await imogen.readsNotice("measure chosen");
    await imogen.reads("The chart begins with the first result.");
  });
}
