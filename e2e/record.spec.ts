import type { Page } from "@playwright/test";
import { expect, test } from "./story";
import { drawnWith, hasTypeface, typefaces } from "./typefaces";
import { experiment, record } from "./world";

/** The printed text without the labels of charts. */
const wordsOnPaper = (page: Page): Promise<number> =>
  page.locator("body").evaluate((body) => {
    let count = 0;
    const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const around = text.parentElement;
      if (!around?.checkVisibility() || around.closest("svg, script, style")) continue;
      count += (text.textContent ?? "").split(/\s+/).filter(Boolean).length;
    }
    return count;
  });

const pagesOf = (pdf: Buffer): number => pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

/** Requests with long records, E08 the longest. */
const longest = ["E08/1", "E01/1", "E13/1", "E19/1"];

test("a leader stands up for it: 2 taps to one page, 350 words at most", async ({ comesBack }) => {
  const jocasta = await comesBack("Jocasta");
  await jocasta.opens(experiment("E08"));

  await test.step("from the experiment to the print view in 2 taps", async () => {
    await jocasta.follow("Record of the permission");
    await jocasta.arrivesAt("Record of a permission");
    await jocasta.reads(
      /^It holds until the end of/,
      /Cordelia Ashgrove-Nwosu for the System Partnership Board said “go on”/,
    );
    await jocasta.follow("Print on one page");
    await expect(jocasta).toHaveURL(/\/print$/);
    await jocasta.arrivesAt("Permission on one page");
  });

  await test.step("who decided what, knowing what, and what happened, with the chart and the fingerprint", async () => {
    await jocasta.reads(
      "After 30 minutes the crew hands over and leaves, and the department makes room inside.",
      /Jocasta Merrivane for Quillshire University Hospitals NHS Trust said yes on .*“If the 4-hour figure dips I explain it/,
      /^Known then: \d+ of the last 12 weeks/,
      /^A&E within 4 hours: \d+ of \d+ weeks within the agreed dip to 60%/,
      /^SHA-256 of the exact words: [0-9a-f]{64}$/,
      /^Printed by Jocasta Merrivane on .* http/,
    );
    await expect(jocasta.getByRole("img", { name: /A&E within 4 hours/ }).filter({ visible: true })).toHaveCount(1);
  });

  await test.step("pressing Print opens the browser's own print", async () => {
    await jocasta.evaluate(() => {
      window.print = () => document.body.setAttribute("data-printed", "yes");
    });
    await jocasta.press("Print");
    await expect(jocasta.locator("body[data-printed=yes]")).toHaveCount(1);
  });

  await test.step("on paper it is without what is around it on a screen", async () => {
    for (const request of longest) {
      await jocasta.glancesAt(record(request, "/print"));
      await jocasta.emulateMedia({ media: "print" });
      expect(await wordsOnPaper(jocasta), request).toBeLessThanOrEqual(350);
      await expect(jocasta.getByRole("button", { name: "Sign out" })).toBeHidden();
      await jocasta.emulateMedia({ media: null });
    }
  });
});

for (const typeface of typefaces) {
  test(`on paper a record is one A4 page, drawn with ${typeface}`, async ({ comesBack }) => {
    await comesBack("Jocasta");
    const jocasta = await comesBack("Jocasta");
    await drawnWith(jocasta, typeface);
    for (const request of longest) {
      await jocasta.glancesAt(record(request, "/print"));
      expect(await hasTypeface(jocasta), request).toBe(typeface !== "the device's own font");
      expect(pagesOf(await jocasta.pdf({ preferCSSPageSize: true })), request).toBe(1);
    }
  });
}

test("who has left takes the record of what they took part in, and nothing else", async ({ comesBack }) => {
  const piers = await comesBack("Piers");
  await piers.opens("/settings");
  await piers.reads("They stay yours to read and print, also after you leave.");
  await piers.getByRole("link", { name: /^No new tests for people ready to leave/ }).click();
  await piers.arrivesAt("Record of a permission");
  await piers.reads("You took part in this, so its record stays yours.", /Jocasta Merrivane for .* said yes on/);
  await piers.follow("Print on one page");
  await expect(piers).toHaveURL(/\/print$/);
  await piers.arrivesAt("Permission on one page");
  expect(pagesOf(await piers.pdf({ preferCSSPageSize: true }))).toBe(1);
  piers.mayLog(/status of 404/);
  for (const part of ["", "/results", "/risks", "/permission", "/history", "/learning"]) {
    expect(await piers.glancesAt(experiment("E12", part)), part).toBe(404);
  }
  expect(await piers.glancesAt(record("E08/1"))).toBe(404);
  expect(await piers.glancesAt(record("E08/1", "/print"))).toBe(404);
});

test("a record keeps the name of who signed, beside what they are called now, and still fits one page", async ({
  comesBack,
}) => {
  const jocasta = await comesBack("Jocasta");
  await jocasta.opens(record("E19/1"));
  await jocasta.arrivesAt("Record of a permission");
  const signed = /^Sunniva Fellgate \(now called Sunniva Dalgarth\) for Ostlebeck .* said yes on/;
  await jocasta.reads(
    signed,
    /Their jobs then: .*“Director of community services \(now Chief executive\)”/,
    "Beds on the hour (now called Same-day delivery for going-home beds)",
  );
  await jocasta.follow("Print on one page");
  await jocasta.arrivesAt("Permission on one page");
  await jocasta.reads(signed);
  expect(pagesOf(await jocasta.pdf({ preferCSSPageSize: true }))).toBe(1);
});

test("a chart and the history say by which permission it was covered, also as known on a past day", async ({
  comesBack,
}) => {
  const jocasta = await comesBack("Jocasta");
  await jocasta.opens(experiment("E08", "/results"));
  await jocasta.getByText("Show the numbers").first().click();
  const table = jocasta.getByRole("table").first();
  await expect(table.getByRole("columnheader", { name: "Permission" })).toBeVisible();
  await expect(table.getByRole("row").last()).toContainText(/Covered by the permission of \d+ \w+ \d{4}/);
  await expect(table).toContainText("Before it started");
  const chart = jocasta.getByRole("slider").filter({ visible: true }).first();
  await expect(chart).toHaveAttribute("aria-valuetext", /Covered by the permission of \d+ \w+ \d{4}/);
  await jocasta.opens(experiment("E01", "/history"));
  await jocasta.reads(/^Covered by the permission of/, /^Not covered for .*Three Weirs Primary Care Network/);
  await jocasta.writes("Was it covered, as known on", "2020-01-31");
  await jocasta.press("Show");
  await expect(jocasta).toHaveURL(/asKnownOn=2020-01-31/);
  await jocasta.reads("As known on 31 January 2020, it was not covered for Three Weirs Primary Care Network.");
  await jocasta.looks();
});
