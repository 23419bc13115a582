import type { Locator } from "@playwright/test";
import { nextDaytime } from "@/server/mail/daytime";
import { letItGoOn, pausedPage } from "./fills-in/pause";
import { expect, test } from "./story";

const phone = { width: 390, height: 700 };
const title = "GP at the front door";

/** The number of visible words in a part of a page that begin above the fold, in pixels. */
const wordsOf = (part: Locator, fold = 100_000): Promise<number> =>
  part.evaluate((main, below) => {
    const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    let words = 0;
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const within = text.parentElement;
      const box = within?.getBoundingClientRect();
      if (!box || box.height <= 1 || box.top >= below || !within?.checkVisibility()) continue;
      words += text.textContent?.trim().split(/\s+/).filter(Boolean).length ?? 0;
    }
    return words;
  }, fold);

/** Clicks, and counts the clicks. */
const countTaps = () => {
  let taps = 0;
  return {
    async on(locator: Locator) {
      taps += 1;
      await locator.click();
    },
    count: () => taps,
  };
};

const isDaytime = (now = new Date()) => nextDaytime(now).getTime() === now.getTime();

test("living with a permission, on a phone: may we still, stop it, what have I said yes to, after the stop", async ({
  comesBack,
  leeway,
}) => {
  const pritam = await comesBack("Pritam");
  await pritam.setViewportSize(phone);

  await test.step("F4: the card answers with 1 tap, above the fold, in 90 words", async () => {
    await pritam.opens("/");
    const taps = countTaps();
    await taps.on(pritam.getByRole("main").getByRole("link", { name: "Crews leave at 30 minutes, whatever" }).last());
    await pritam.arrivesAt("Crews leave at 30 minutes, whatever");
    const card = pritam.getByRole("region", { name: "Permission" });
    await expect(card).toContainText("Within the agreed dip: 61% in the week to");
    await expect(card).toContainText("Jocasta Merrivane");
    await expect(card).toContainText("A&E within 4 hours: to 60%");
    const box = await card.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 9_999)).toBeLessThanOrEqual(phone.height);
    expect(await wordsOf(card)).toBeLessThanOrEqual(80); // with the page's heading 90
    expect(taps.count()).toBe(1);
  });

  await test.step("F3: 4 taps pause it at once, and say who has been told", async () => {
    await pritam.opens("/");
    const taps = countTaps();
    await taps.on(pritam.getByRole("main").getByRole("link", { name: title }).last());
    await pritam.arrivesAt(title);
    await taps.on(pritam.getByRole("link", { name: "Something is wrong" }));
    await pritam.arrivesAt("Something is wrong");
    expect(await wordsOf(pritam.getByRole("main"))).toBeLessThanOrEqual(60);
    await taps.on(pritam.getByLabel("Someone could be harmed"));
    await taps.on(pritam.getByRole("button", { name: "Pause it now" }));
    await pritam.arrivesAt(pausedPage);
    await pritam.reads("Who has been told", /Jocasta Merrivane/, /Marcus Okell-Brandt/);
    expect(await wordsOf(pritam.getByRole("main"))).toBeLessThanOrEqual(90);
    expect(taps.count()).toBe(4);
    await expect.poll(() => leeway.printed()).toMatch(/E-mail to jocasta\S+: Paused: “GP at the front door” http/);
  });

  const jocasta = await comesBack("Jocasta");
  await jocasta.setViewportSize(phone);
  await test.step("L2: a leader sees at once what she has said yes to", async () => {
    await jocasta.opens("/");
    await expect(jocasta.getByRole("heading", { level: 1 })).toContainText("What you have given permission for");
    await jocasta.reads(/in an expected dip\. .* outside what you allowed\./);
    expect(await wordsOf(jocasta.getByRole("main"), phone.height)).toBeLessThanOrEqual(100);
  });

  await test.step("L3: she decides with 3 taps; the team's page respects it", async () => {
    const taps = countTaps();
    await taps.on(
      jocasta
        .getByRole("region", { name: "Needs you" })
        .getByRole("link", { name: /Paused, and waits/ })
        .first(),
    );
    await jocasta.arrivesAt("Go on or end it");
    await jocasta.reads("If you do nothing, it stays paused.", "Someone could be harmed");
    await taps.on(jocasta.getByLabel("Keep it paused"));
    await jocasta.writes("Why?", "We talk about it on Monday.");
    await taps.on(jocasta.getByRole("button", { name: "Save my decision" }));
    await jocasta.readsNotice("decided to keep paused");
    await jocasta.looks();
    expect(taps.count()).toBe(3);
    await pritam.openExperiment(title);
    await pritam.follow("Go on or end it");
    await pritam.arrivesAt("Go on or end it");
    await pritam.reads(/^Jocasta Merrivane keeps it paused for Quillshire University Hospitals/);
    await pritam.reads(/^It stays paused until a leader of .* lets it go on, after its team has said what it did/);
    await expect(pritam.getByRole("button", { name: letItGoOn })).toHaveCount(0);
  });

  await test.step("L3: the team says what it has done, and by that she lets it go on", async () => {
    await pritam.writes("What have you done about it?", "A nurse sees everyone within 15 minutes.");
    await pritam.press("Tell the leaders");
    await pritam.readsNotice("fix said");
    await pritam.reads("A nurse sees everyone within 15 minutes.");
    const letter = /E-mail to jocasta\S+: The team says what it has done/;
    // At night this letter waits for the morning; only a stop is sent at once
    if (isDaytime()) await expect.poll(() => leeway.printed()).toMatch(letter);
    else expect(leeway.printed()).not.toMatch(letter);
    await jocasta.openExperiment(title);
    await jocasta.follow("Go on or end it");
    await jocasta.reads("What its team has done about it", "A nurse sees everyone within 15 minutes.");
    await jocasta.looks();
    await jocasta.chooses("What happens now?", letItGoOn);
    await jocasta.writes("Why?", "That is what was missing.");
    await jocasta.press("Save my decision");
    await jocasta.arrivesAt(title);
    await jocasta.readsNotice("decided to go on");
  });
});
