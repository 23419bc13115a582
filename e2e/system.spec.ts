import { fillsInMeasure } from "./fills-in/measure";
import type { Person } from "./person";
import { expect, test } from "./story";
import { log, system } from "./world";

/** The HTML without SVG coordinates, whose digits could match any number. */
const withoutDrawing = (html: string) => html.replaceAll(/ (d|points|transform)="[^"]*"/g, "");
/** Matches any of these numbers, as "8,164" or "8164", but not within an id. */
const figure = (...of: number[]) =>
  new RegExp(`(?<![\\w-])(${of.flatMap((one) => [one, one.toLocaleString("en-GB")]).join("|")})(?![\\w-])`);

const name = "Knee operations on Saturdays";

test("a board reads the whole system on a laptop, a contributor says anew what is counted, and small figures stay hidden", async ({
  comesBack,
}) => {
  test.setTimeout(600_000);
  const tomos = await comesBack("Tomos");
  const imogen = await comesBack("Imogen");
  const cordelia = await comesBack("Cordelia");
  await cordelia.setViewportSize({ width: 1280, height: 800 });

  await test.step("a site manager defines a measure of two hospitals", async () => {
    await tomos.opens("/measures/new");
    await fillsInMeasure(tomos, {
      name,
      definition: "People who had a knee operation on a Saturday.",
      counting: "A number that adds up across organisations",
      unit: "people",
      better: "Higher is better",
      contributors: ["Marrowdale District Hospital NHS Trust", "Quillshire University Hospitals NHS Trust"],
    });
    await tomos.press("Save this measure");
    await tomos.arrivesAt(name);
  });
  const address = new URL(tomos.url()).pathname;
  const measureId = address.split("/").at(-1) ?? "";

  await test.step("he says anew what is counted, and hides small figures", async () => {
    await tomos.follow("Change the definition");
    await tomos.arrivesAt("Change the definition");
    await tomos.writes("What exactly is counted?", "People who had a planned knee operation on a Saturday.");
    await tomos.chooses("Whose rules make the limits?", "NHSRplotthedots");
    await tomos.chooses("Hide small figures?", "Yes, hide 1 to 7");
    await tomos.press("Save this definition");
    await tomos.readsNotice("measure counted anew");
    await tomos.reads("As in the R package");
    await tomos.reads("Figures of 1 to 7 are not shown, nor what would give them away.");
    await tomos.looks();
    await tomos.follow("Change who contributes");
    await tomos.arrivesAt("Who contributes");
    await tomos.reads("2 organisations. A period is drawn once all who contribute then have.");
  });

  await test.step("both hospitals bring 2 weeks, the second a small one", async () => {
    const adds = async (person: Person, result: string, sentence: string | RegExp) => {
      await person.glancesAt(log("E22").replace(/[^/]+$/, measureId));
      await person.writes("Result", result);
      await person.press("Save");
      await person.reads(sentence);
    };
    await adds(tomos, "41", "1 of 2 has contributed");
    await adds(tomos, "4", "1 of 2 has contributed");
    await adds(imogen, "8123", /8,164 people/);
    await adds(imogen, "8124", /The system's figure .* is hidden\./);
  });

  await test.step("the chair of the board sees where trouble shows, and everyone together", async () => {
    await cordelia.opens("/");
    await cordelia.follow("The whole system: Quillshire and Marrowdale Integrated Care System");
    await cordelia.arrivesAt("The whole system");
    await cordelia.reads(/\d+ experiments running, \d+ in an expected dip\./);
    await cordelia.follow("Front door");
    await expect(cordelia).toHaveURL(/stage=front/);
    await cordelia.arrivesAt("The whole system");
    await cordelia.reads("Starts at the front door and shows elsewhere");
    await expect(cordelia.getByRole("heading", { name: "Shows at the front door" })).toBeVisible();
    await cordelia.follow("Show every stage");
    await cordelia.reads("No experiment aims at these");
    await cordelia.follow(name);
    await cordelia.arrivesAt(name);
    await cordelia.reads(/The figure in the week to .* is hidden: so few people could be known by it\./);
    await expect(cordelia.getByText(/^What .* contributed$/)).toHaveCount(0);
  });

  await test.step("no page tells her a hospital's figure, nor one that gives it away", async () => {
    for (const page of [address, `${address}?show=all`, system(), `/measures?q=${encodeURIComponent("Saturdays")}`]) {
      const html = withoutDrawing(await (await cordelia.request.get(page)).text());
      expect(html, page).toMatch(figure(8164));
      expect(html, page).not.toMatch(figure(8123, 8124, 8128));
    }
    const other = withoutDrawing(await (await imogen.request.get(address)).text());
    expect(other).toMatch(figure(8124));
    expect(other).not.toContain("What Marrowdale District Hospital NHS Trust contributed");
  });
});
