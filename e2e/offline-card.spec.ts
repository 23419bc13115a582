import { onDevice, phone } from "./offline-helpers";
import { expect, test } from "./story";
import { hasTypeface } from "./typefaces";

test("F4 without signal: a permission card that was kept can be read, as it was, by whoever kept it", async ({
  signIn,
}) => {
  const title = "Crews leave at 30 minutes, whatever";
  const pritam = await signIn("Pritam");
  await pritam.setViewportSize(phone);
  pritam.mayLog(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/);
  await pritam.openExperiment(title);
  const page = new URL(pritam.url()).pathname;
  await pritam.press("Keep on this device");
  await pritam.reads("Kept. Open this page without signal, and you can read it.");
  await pritam.looks();
  await expect.poll(() => pritam.evaluate(() => caches.has("leeway-log"))).toBe(true);

  await pritam.context().setOffline(true);
  await pritam.goto(page);
  await pritam.reads(
    "No signal. This was kept on this device.",
    title,
    /^As it was .* It may have changed since\.$/,
    /Within the agreed dip: 61% in the week to/,
    "Jocasta Merrivane",
    /A&E within 4 hours.*: to 60%/,
  );
  expect(await hasTypeface(pritam)).toBe(true);
  const cached = await pritam.evaluate(async () =>
    (await (await caches.open("leeway-log")).keys()).map(({ url }) => url),
  );
  expect(cached.filter((url) => url.endsWith(".woff2"))).toHaveLength(2);
  await pritam.looks();

  await pritam.context().setOffline(false);
  await pritam.getByRole("link", { name: "Load the whole page" }).click();
  await pritam.arrivesAt(title);
  await pritam.press("Take off this device");
  await pritam.reads("Taken off this device.");
  expect(await onDevice(pritam, "cards")).toBe(0);
});
