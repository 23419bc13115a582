import type { Person } from "./person";
import { test } from "./story";

export const title = "Tablets ready the evening before";
export const hospital = "Quillshire University Hospitals NHS Trust";
export const council = "Quillshire County Council";
export const measure = "Tablets ready by 9am on Ward 7B";

/** The first part of the lap: an idea, what could go wrong, a stop rule and a measure. */
export async function writesIdeaDown(imogen: Person): Promise<void> {
  await test.step("a team member notes an idea in three boxes", async () => {
    await imogen.follow("New idea");
    await imogen.arrivesAt("New idea");
    await imogen.writes("What bothers you?", "People wait until evening for their tablets to take home.");
    await imogen.writes("What would you try?", "The pharmacist makes them ready the evening before.");
    await imogen.writes("Where?", "Ward 7B Larkspur");
    await imogen.press("Save this idea");
    await imogen.reads("Saved. Only your team sees it until you show it to others or ask for permission.");
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
    await imogen.reads("Saved. Everyone who looks at it sees the new words.");
  });

  await test.step("she says what could go wrong, and what goes wrong today", async () => {
    await imogen.follow("What could go wrong");
    await imogen.arrivesAt("What could go wrong");
    await imogen.follow("Add a risk");
    await imogen.arrivesAt("What could go wrong, and to whom");
    await imogen.writes("What could go wrong?", "Someone goes home with tablets that were changed overnight.");
    await imogen.writes("To whom?", "People who go home before lunch");
    await imogen.chooses("What would it touch most?", "Quality and safety");
    await imogen.press("Continue");
    await imogen.arrivesAt("How bad, and how likely");
    await imogen.chooses("How bad would it be?", "Moderate (3)");
    await imogen.chooses("How likely is it?", "Unlikely (2)");
    await imogen.press("Continue");
    await imogen.arrivesAt("What helps, and the first sign");
    await imogen.writes(
      "What makes it less likely, or less bad?",
      "A nurse checks them against the chart at the door.",
    );
    await imogen.writes("What would you notice first?", "A box comes back to the pharmacy.");
    await imogen.press("Continue");
    await imogen.arrivesAt("Who carries this risk");
    await imogen.chooses("Who carries it?", hospital, council);
    await imogen.press("Save this risk");
    await imogen.arrivesAt("What could go wrong");
    await imogen.reads("Naming what could go wrong is what makes trying safe", `${council} and ${hospital}`);
    await imogen.writes("What goes wrong today if nobody tries?", "Others wait in A&E for a bed that is free.");
    await imogen.press("Save the risk of not trying");
    await imogen.reads("Leaders read this beside your risks");
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
    await imogen.reads("Saved. The rule is part of what you ask permission for.");
    await imogen.openExperiment(title);
    await imogen.follow("Results");
    await imogen.arrivesAt("Results");
    await imogen.follow("Add a measure");
    await imogen.arrivesAt("Add a measure");
    await imogen.getByRole("group", { name: "What part does it play?" }).last().getByLabel("Process").check();
    await imogen.writes("What is it called?", measure);
    await imogen.writes(
      "What exactly is counted?",
      "People who leave, whose tablets were in the ward's cupboard at 9am.",
    );
    await imogen.chooses("How is it counted?", "A percentage: how many, out of how many");
    await imogen.chooses("Which way is better?", "Higher is better");
    await imogen.chooses("How often?", "Every day");
    await imogen.getByRole("group", { name: "Who contributes?" }).getByLabel(council).uncheck();
    await imogen.press("Save and add this measure");
    await imogen.arrivesAt("Results");
    await imogen.reads(
      "Its chart is on this page, and results can be added",
      "The chart begins with the first result.",
    );
  });
}
