import { expect, test } from "vitest";
import { dayInWords, untilEndOf } from "@/server/format";
import { findFirstBrokenEntry } from "@/server/journal/queries";
import { anIdea, daysFrom, key, registerWithRisk, testSystem } from "@/server/testing";
import { staysPausedUntil, whoLetsItGoOn } from "./pauses";
import { notAnsweredYet, notAskedYet } from "./start";

const world = testSystem();

async function twoOrganisations() {
  const systemId = await world.system();
  const practices = await world.organisation(systemId, "TWP");
  const hospital = await world.organisation(systemId, "QUH");
  const farhan = await world.person("Farhan", { systemId, organisationId: practices });
  const parveen = await world.person("Parveen", { systemId, organisationId: practices, role: "leader" });
  const ifeoma = await world.person("Ifeoma", { systemId, organisationId: hospital, role: "leader" });
  return { systemId, practices, hospital, farhan, parveen, ifeoma };
}

const dates = daysFrom();

test("an experiment goes from an idea to its conclusion, and its journal tells it", async () => {
  const { systemId, practices, hospital, farhan, parveen, ifeoma } = await twoOrganisations();
  const experimentId = await registerWithRisk(farhan, {
    systemId,
    organisationId: practices,
    carriedBy: [practices, hospital],
  });
  const it = { experimentId };
  const stage = async () => (await farhan.api.experiments.find(it)).stage;
  expect(await stage()).toBe("idea");
  expect(await farhan.api.experiments.whyNotStart(it)).toEqual([notAskedYet("QUH Trust"), notAskedYet("TWP Trust")]);

  const { requestId } = await farhan.api.permissions.ask({ ...it, ...dates, key: key() });
  expect(await stage()).toBe("asked");
  const answerAs = async (leader: typeof parveen, organisationId: string) => {
    const { termsHash } = await leader.api.permissions.request({ ...it, requestId });
    await leader.api.permissions.answer({
      ...it,
      key: key(),
      requestId,
      organisationId,
      answer: "yes",
      inWords: "",
      termsHash,
    });
  };
  await answerAs(parveen, practices);
  expect(await farhan.api.experiments.whyNotStart(it)).toEqual([notAnsweredYet("QUH Trust")]);
  await expect(farhan.api.experiments.start({ ...it, key: key() })).rejects.toThrow(notAnsweredYet("QUH Trust"));
  await answerAs(ifeoma, hospital);
  expect(await stage()).toBe("permitted");

  await farhan.api.experiments.start({ ...it, key: key() });
  expect(await stage()).toBe("running");
  await farhan.api.experiments.pause({ ...it, key: key(), pauseReason: "someone could be harmed", reason: "" });
  expect(await stage()).toBe("paused");
  await expect(farhan.api.experiments.resume({ ...it, key: key(), reason: "Mended" })).rejects.toThrow(
    staysPausedUntil(
      whoLetsItGoOn(
        [{ pauseReason: "someone could be harmed" }],
        [{ organisation: "QUH Trust" }, { organisation: "TWP Trust" }],
      ),
    ),
  );
  await farhan.api.permissions.reportFix({ ...it, key: key(), words: "The script was changed" });
  const goOn = { organisationId: hospital, decision: "go on" as const, reason: "That will do" };
  await ifeoma.api.permissions.decideInPause({ ...it, ...goOn, key: key() });
  expect(await stage()).toBe("running");
  await farhan.api.experiments.conclude({
    ...{
      ...it,
      key: key(),
      outcome: "adapt",
      whatHappened: "Fewer went",
      learned: "Say what to do next",
      tellNextTeam: "",
    },
    ...{ changeStops: false, measuringStops: true },
  });
  expect(await stage()).toBe("ended");

  const story = await farhan.api.journal.list(it);
  expect(story.map((entry) => `${entry.by} ${entry.act}`).toReversed()).toEqual([
    `Farhan noted an idea: ${anIdea.title}`,
    "Farhan recorded a risk: A serious illness is missed on the phone (8, high: major and unlikely)",
    "Farhan wrote down the risk of not trying: People give up and go to A&E",
    `Farhan asked QUH Trust and TWP Trust for permission from ${dayInWords(dates.fromOn)} ${untilEndOf(dates.endsOn)}`,
    `Parveen gave permission for TWP Trust ${untilEndOf(dates.endsOn)}`,
    `Ifeoma gave permission for QUH Trust ${untilEndOf(dates.endsOn)}`,
    "Farhan started the experiment",
    "Farhan said that something is wrong, and paused it: someone could be harmed",
    "Farhan says what was done about it: The script was changed",
    "Ifeoma let it go on: That will do",
    "Farhan concluded it: adapt. What was learned: Say what to do next",
  ]);
  expect(await findFirstBrokenEntry(world.db, systemId)).toBeNull();
});

test("a change of what was agreed is seen at once, a corrected title is not one", async () => {
  const { systemId, practices, farhan, parveen } = await twoOrganisations();
  const experimentId = await registerWithRisk(farhan, { systemId, organisationId: practices });
  const { requestId } = await farhan.api.permissions.ask({ experimentId, ...dates, key: key() });
  const { termsHash } = await parveen.api.permissions.request({ experimentId, requestId });
  const yes = { experimentId, requestId, organisationId: practices, answer: "yes" as const, inWords: "", termsHash };
  await parveen.api.permissions.answer({ ...yes, key: key() });
  await farhan.api.experiments.start({ experimentId, key: key() });
  const words = { ...anIdea, experimentId, takingPart: [practices] };
  await farhan.api.experiments.edit({ ...words, title: "Ring back by eleven", version: 1, key: key() });
  expect((await farhan.api.experiments.find({ experimentId })).stage).toBe("running");
  await farhan.api.experiments.edit({ ...words, changeIdea: "A receptionist rings instead", version: 2, key: key() });
  expect((await farhan.api.experiments.find({ experimentId })).stage).toBe("terms changed");
});

test("an edit on top of somebody else's is refused with both versions, and nothing is written", async () => {
  const { systemId, practices, farhan } = await twoOrganisations();
  const experimentId = await registerWithRisk(farhan, { systemId, organisationId: practices });
  const edit = { ...anIdea, experimentId, takingPart: [practices], version: 1 };
  await farhan.api.experiments.edit({ ...edit, title: "Theirs", key: key() });
  const refused = await farhan.api.experiments.edit({ ...edit, title: "Mine", key: key() }).catch((error) => error);
  expect(refused.cause).toMatchObject({ version: 2, by: "Farhan", theirs: { title: "Theirs" } });
  expect((await farhan.api.experiments.find({ experimentId })).title).toBe("Theirs");
});

test("the same change sent ten times at once is done once, and each sender gets the same answer", async () => {
  const { systemId, practices, farhan } = await twoOrganisations();
  const idea = { ...anIdea, key: key(), systemId, leadOrganisationId: practices, takingPart: [] };
  const answers = await Promise.all(Array.from({ length: 10 }, () => farhan.api.experiments.register(idea)));
  expect(new Set(answers.map((answer) => answer.experimentId)).size).toBe(1);
  expect((await farhan.api.experiments.list({ mine: "yes", page: 1 })).total).toBe(1);
  await expect(farhan.api.experiments.register({ ...idea, title: "Another" })).rejects.toThrow(
    "sent twice with different words",
  );
});

test("outside a person's reach an experiment is not found, like one that never was", async () => {
  const { systemId, practices, farhan } = await twoOrganisations();
  const elsewhere = await world.system("Saltholm and Verrick");
  const verrick = await world.organisation(elsewhere, "VER");
  const stranger = await world.person("Stranger", { systemId: elsewhere, organisationId: verrick });
  const colleague = await world.person("Colleague", { systemId, organisationId: practices });
  const experimentId = await registerWithRisk(farhan, { systemId, organisationId: practices });
  const never = await farhan.api.experiments.find({ experimentId: crypto.randomUUID() }).catch((error) => error);
  for (const outsider of [stranger, colleague]) {
    const refused = await outsider.api.experiments.find({ experimentId }).catch((error) => error);
    expect([refused.code, refused.message]).toEqual([never.code, never.message]);
    await expect(outsider.api.experiments.pause({ experimentId, key: key() } as never)).rejects.toThrow(never.message);
  }
  await farhan.api.experiments.share({ experimentId, key: key() });
  expect((await colleague.api.experiments.find({ experimentId })).may.editExperiment).toBe(false);
  await expect(stranger.api.experiments.find({ experimentId })).rejects.toThrow(never.message);
  await expect(world.nobody().experiments.find({ experimentId })).rejects.toThrow("Sign in first");
});

test("text that cannot be kept is refused with a sentence, other text is kept as typed", async () => {
  const { systemId, practices, farhan } = await twoOrganisations();
  const idea = { ...anIdea, systemId, leadOrganisationId: practices, takingPart: [] };
  for (const title of ["a\u0000b", "half \ud83d of it"]) {
    await expect(farhan.api.experiments.register({ ...idea, title, key: key() })).rejects.toThrow("cannot be kept");
  }
  const title = "  Zoe\u0308 🌻 👩‍👩‍👧 هل يعمل؟ ";
  const { experimentId } = await farhan.api.experiments.register({ ...idea, title, key: key() });
  expect((await farhan.api.experiments.find({ experimentId })).title).toBe(title.normalize("NFC"));
});
