import { dayInWords, untilEndOf } from "@/server/format";
import { LAST_DAY_BEFORE_FIRST } from "@/server/text";
import { asks, opensRequest, organisation, sends } from "./asks";
import { daysFromToday } from "./days";
import { lastDay } from "./fills-in/days";
import type { Person } from "./person";
import { expect, test } from "./story";
import { demoId } from "./world";

const trust = "Ostlebeck Community Health NHS Trust";
const own = "A huddle at the store at 8am";
const larger = "A second driver on Sundays";

test("a team starts on its own word within what a leader allows; another asks, and a deputy answers", async ({
  signIn,
}) => {
  test.setTimeout(90_000);
  const sunniva = await signIn("Sunniva");
  const ravi = await signIn("Ravi");

  await test.step("a leader says what may start without asking, and what is wrong with it is said in place", async () => {
    await sunniva.follow("What may start without asking");
    await sunniva.arrivesAt("What may start without asking");
    await sunniva.reads(
      "In every organisation, anything up to score 6 that can be undone may start without asking, for up to 12 weeks.",
      "Taken back by Sunniva Dalgarth on",
    );
    await sunniva.follow("Allow something without asking");
    await sunniva.arrivesAt("Allow something without asking");
    await sunniva.writes("Service (optional)", "26");
    await sunniva.writes("People (optional)", "8");
    await sunniva.writes("For how many weeks at most?", "0");
    await sunniva.writes("Your words to the teams (optional)", "Start, and ring me when it is odd.");
    await sunniva.writesDay(lastDay, daysFromToday(-1));
    await sunniva.press("Allow this");
    await sunniva.reads("Enter 12 or less: from 15 on a board", "Enter 1 or more");
    await sunniva.looks();
    await sunniva.writes("Service (optional)", "8");
    await sunniva.writes("For how many weeks at most?", "20");
    await sunniva.press("Allow this");
    await sunniva.reads(LAST_DAY_BEFORE_FIRST);
    await sunniva.writesDay(lastDay, daysFromToday(60));
    await expect(sunniva.getByLabel("Your words to the teams (optional)")).toHaveValue(/ring me/);
    await sunniva.press("Allow this");
    await sunniva.arrivesAt("Allowed without asking");
    await sunniva.readsNotice("standing permission given");
    await sunniva.reads(
      `In ${trust}, what can be undone may start without asking, for up to 20 weeks.`,
      "The highest score is 8 for people and service.",
      "Nothing has started by it yet.",
    );
  });

  await test.step("a team reads that it needs nobody, starts, and the record says by which words", async () => {
    const id = await notes(ravi, own, { consequence: 2, likelihood: 3 });
    await ravi.opens(`/experiments/${id}`);
    await ravi.reads(
      `In ${trust} you may start on your own word, ${untilEndOf(daysFromToday(60))}.`,
      `Sunniva Dalgarth allows it since ${dayInWords(daysFromToday(0))}`,
    );
    await ravi.press("Start the experiment");
    await ravi.readsNotice("experiment started");
    await ravi.reads(
      "Its team, on its own word",
      `Sunniva Dalgarth for ${trust}, from ${dayInWords(daysFromToday(0))}`,
    );
    await ravi.looks();
    await ravi.follow("Who said what");
    await ravi.arrivesAt("Permission");
    await ravi.reads(`On the team's own word in ${trust}`, "Start, and ring me when it is odd.");
    await ravi.opens(`/experiments/${id}/history`);
    await ravi.reads(/started the experiment on its own word\. Sunniva Dalgarth for Ostlebeck/);
  });

  await test.step("what does not fit is a sentence, before anyone presses anything; a deputy answers in the leader's name", async () => {
    const id = await notes(ravi, larger, { consequence: 3, likelihood: 4 });
    await ravi.opens(`/experiments/${id}`);
    await ravi.reads(`Score 12 is above 9, the most that ${trust} allows without asking.`);
    await expect(ravi.getByRole("button", { name: "Start the experiment" })).toHaveCount(0);
    await ravi.opens(`/experiments/${id}/permission`);
    await ravi.reads("Why it has to ask:", `Score 12 is above 9, the most that ${trust} allows without asking.`);
    await asks(ravi, id);

    await sunniva.opens("/");
    await sunniva.follow("Who answers in whose name");
    await sunniva.arrivesAt("Who answers in whose name");
    const choice = await sunniva.getByRole("option", { name: /^Bronagh/ }).textContent();
    await sunniva.getByLabel("Who answers in your name?").selectOption(choice);
    await sunniva.writesDay(lastDay, daysFromToday(-3));
    await sunniva.press("Name them");
    await sunniva.reads(LAST_DAY_BEFORE_FIRST);
    await sunniva.writesDay(lastDay, daysFromToday(5));
    await sunniva.press("Name them");
    await sunniva.readsNotice("deputy named");
    await sunniva.looks();

    const bronagh = await signIn("Bronagh");
    await bronagh.reads(`You stand in for Sunniva Dalgarth at ${trust}, ${untilEndOf(daysFromToday(5))}.`);
    await opensRequest(bronagh, larger);
    await bronagh.follow("Give permission");
    await bronagh.arrivesAt("Give permission");
    await bronagh.press("Give permission");
    await bronagh.arrivesAt("Permission");
    await bronagh.reads(/Bronagh .* in place of Sunniva Dalgarth/);
  });
});

/** Registers a reversible idea for 10 weeks, with one risk for people that Ravi's trust alone carries. */
async function notes(person: Person, title: string, score: { consequence: number; likelihood: number }) {
  const och = organisation("OCH");
  const { experimentId = "" } = await sends(person, "experiments.register", {
    ...{ title, systemId: demoId("system/quillshire"), leadOrganisationId: och, takingPart: [och] },
    ...{ reversible: true, plannedWeeks: 10, place: "Equipment store", prediction: "beds come the same day" },
    problem: "Drivers hear of a bed only when they are on the road.",
    changeIdea: "Everyone meets for 5 minutes before the vans leave.",
  });
  await sends(person, "risks.record", {
    ...{ experimentId, ...score, domain: "people", carriedBy: [och], whoIsAffected: "Drivers" },
    harm: "A driver leaves late and hurries.",
    controls: "The meeting ends after 5 minutes.",
    earlyWarning: "A van leaves after 8:10am.",
  });
  await sends(person, "risks.setRiskOfNotTrying", { experimentId, riskOfNotTrying: "Beds come a day late." });
  return experimentId;
}
