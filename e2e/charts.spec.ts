import { daysFromToday, mondayOfWeek } from "./days";
import { correctsResult, writesShare } from "./fills-in/result";
import { expect, test } from "./story";
import { drawnWith, hasTypeface, typefaces, wordsCut } from "./typefaces";
import { experiment, log, measure, record } from "./world";

test("limits are set anew with a reason, and the chart says so on the page, by keyboard and in every file", async ({
  comesBack,
}) => {
  const imogen = await comesBack("Imogen");
  const chart = imogen.getByRole("figure", { name: "Beds freed before 1pm" });
  const reason = "2 people are named every evening on the whole ward.";
  const note = "A bed lift was broken";

  await test.step("the chart suggests it, and a person decides", async () => {
    await imogen.opens(measure("E09"));
    await imogen.reads(/The last 1\d weeks, from the week to .+ were all above the average of 24%/);
    await imogen.follow("set the limits anew");
    await imogen.arrivesAt("Set the limits anew");
    await imogen.writes("What changed for good?", reason);
    await imogen.press("Set the limits anew");
    await imogen.readsNotice("limits set anew");
    await imogen.reads(`Limits set anew by Imogen Tarrowby. ${reason}`, "limits come with 13");
    await imogen.looks();
  });

  await test.step("a note stands on the chart at once", async () => {
    await imogen.follow("Note something on the chart");
    await imogen.arrivesAt("Note something on the chart");
    await imogen.writesDay("On which day?", daysFromToday(-30));
    await imogen.writes("What happened?", note);
    await imogen.press("Save this note");
    await imogen.readsNotice("note added");
    await imogen.reads(note);
    await imogen.looks();
  });

  await test.step("the old limits are still there, in the drawing and in the table", async () => {
    await imogen.setViewportSize({ width: 1280, height: 800 });
    await expect(chart.getByRole("img").locator('path[stroke="#768692"]').filter({ visible: true })).not.toHaveCount(0);
    await chart.getByText("Show the numbers").click();
    const rows = chart.getByRole("row");
    await expect(rows.nth(1)).toContainText("24");
    await expect(rows.filter({ hasText: note })).toHaveCount(1);
    await expect(rows.last()).toContainText("Too few results for limits");
  });

  await test.step("a keyboard goes from result to result, one sentence each", async () => {
    const reader = imogen.getByRole("slider").filter({ visible: true });
    await reader.focus();
    const last = await reader.getAttribute("aria-valuetext");
    await imogen.keyboard.press("Home");
    await expect(reader).not.toHaveAttribute("aria-valuetext", last ?? "");
    await imogen.keyboard.press("End");
    await expect(reader).toHaveAttribute("aria-valuetext", last ?? "");
    await imogen.reads(last ?? "");
  });

  await test.step("every file says what the page says", async () => {
    const headline = (await chart.getByRole("heading").textContent())?.replace("Beds freed before 1pm: ", "") ?? "";
    for (const kind of ["Numbers (CSV)", "Drawing (SVG)"]) {
      const address = await chart.getByRole("link", { name: kind }).getAttribute("href");
      const answer = await imogen.request.get(address ?? "");
      expect(answer.headers()["content-disposition"]).toContain("beds-freed-before-1pm");
      const text = await answer.text();
      for (const words of [headline, "Beds freed before 1pm", note, reason.split(" ").slice(0, 3).join(" ")]) {
        expect(text.replaceAll(/<[^>]+>/g, " ")).toContain(words);
      }
    }
    const saved = imogen.waitForEvent("download");
    await chart.getByRole("button", { name: "Picture (PNG)" }).click();
    expect((await saved).suggestedFilename()).toBe("beds-freed-before-1pm.png");
  });

  await test.step("both are taken back, and the trace stays readable", async () => {
    await imogen.opens(measure("E09", "/notes"));
    await imogen.getByRole("button", { name: `Take off the note: ${note}` }).click();
    await imogen.readsNotice("note removed");
    await imogen.looks();
    await imogen.follow("Set the limits anew");
    await imogen.arrivesAt("Set the limits anew");
    await imogen.getByRole("button", { name: /^Take back the new limits/ }).click();
    await imogen.readsNotice("new limits taken back");
    await imogen.looks();
    await expect(chart.getByText(reason)).toHaveCount(0);
    await imogen.opens(measure("E09", "/rebase"));
    await imogen.getByText("Taken back", { exact: true }).click();
    await imogen.reads(/Taken back by Imogen Tarrowby/);
  });
});

test("a cycle ends with what was seen against what was expected, and stands on the chart", async ({ comesBack }) => {
  const farhan = await comesBack("Farhan");
  await farhan.opens(experiment("E01"));
  await farhan.reads(/: On average \d+% before it started, \d+% in 1\d weeks since\./);
  await farhan.follow("Plan, do, study, act");
  await farhan.arrivesAt("Plan, do, study, act");
  await farhan.follow("Change cycle 2");
  await farhan.arrivesAt("What came of a cycle");
  await farhan.chooses("What next?", "Adopt: we keep it");
  await farhan.press("Save this cycle");
  await farhan.reads("Say what you saw, against what you expected, before you choose what next");
  await farhan.writes("What did you see, against what you expected? (optional)", "2 in 3, and on Mondays 1 in 2.");
  await farhan.press("Save this cycle");
  await farhan.arrivesAt("Plan, do, study, act");
  await farhan.readsNotice("cycle changed");
  await farhan.reads("2 in 3, and on Mondays 1 in 2.");
  await farhan.opens(experiment("E01", "/results"));
  await farhan.reads(/All 7 practices, with 2 clinicians on Mondays\. Adopt: we keep it\./);
});

test("a chart takes chance at counting for ordinary variation, and each result has limits of its own", async ({
  comesBack,
}) => {
  const pritam = await comesBack("Pritam");
  const chart = pritam.getByRole("figure", { name: "A&E within 4 hours" });
  const steps = chart.locator('.chart-limits path[d*="V"]').filter({ visible: true });

  await test.step("the definition says what each chart would make of the results", async () => {
    await pritam.opens(measure("E08b", "/edit"));
    await pritam.reads(/^Fits most measures\. .+ With these limits \d+ of 44 results lie outside\.$/);
    await pritam.reads(
      /^Limits are wider .+ of 44 results lies? outside: results vary about as much as counting by chance/,
    );
    await pritam.chooses("What makes its ordinary variation?", "Chance, by how many were counted (p)");
    await pritam.press("Save this definition");
    await pritam.readsNotice("measure redefined");
    await pritam.reads(/share of so many \(p chart\)\.$/);
    await pritam.looks();
    await expect(steps).toHaveCount(0);
  });

  await test.step("fewer were counted in a week: its limits are wider, and the chart says why", async () => {
    await pritam.glancesAt(`${log("E08b")}?period=${mondayOfWeek(-3)}`);
    await writesShare(pritam, 12, 20);
    await correctsResult(pritam, "Most were counted elsewhere");
    await pritam.reads(/^60% in the week to .+\. That is ordinary variation: \d+% to \d+%\.$/);
    await pritam.opens(measure("E08b"));
    await expect(steps).toHaveCount(2);
    await pritam.reads("Limits move because the number counted in each week differs.");
    await pritam.reads(/^The goal of 72% is [\d.]+ (above|below) the (upper|lower) limit\.$/);
    await chart.getByText("Show the numbers").click();
    await expect(chart.getByRole("columnheader", { name: "Out of" })).toBeVisible();
    await pritam.setViewportSize({ width: 1280, height: 800 });
    await expect(steps).toHaveCount(2);
    await pritam.looks();
  });
});

for (const typeface of typefaces) {
  test(`no words of a chart are cut at any width, drawn with ${typeface}`, async ({ comesBack }) => {
    await comesBack("Pritam");
    const pritam = await comesBack("Pritam");
    await drawnWith(pritam, typeface);
    const charts = [
      experiment("E08", "/results"),
      experiment("E13", "/results?show=all"),
      measure("E08b"),
      measure("days-between-pressure-sores"),
      record("E08/1", "/print"),
    ];
    for (const address of charts) {
      await pritam.glancesAt(address);
      expect(await hasTypeface(pritam), address).toBe(typeface !== "the device's own font");
      for (const width of [320, 390, 1280]) {
        await pritam.setViewportSize({ width, height: 800 });
        await expect(pritam.locator("svg text").filter({ visible: true })).not.toHaveCount(0);
        expect(await wordsCut(pritam), `${address} at ${width} px`).toEqual([]);
      }
    }
  });
}
