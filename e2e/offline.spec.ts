import { randomUUID } from "node:crypto";
import { daysFromToday } from "./days";
import { correctsResult } from "./fills-in/result";
import { countsFrom, wordsOn } from "./journey";
import {
  asks,
  definesMeasure,
  hospital,
  onDevice,
  opensAgain,
  opensAndIsReady,
  phone,
  rowsOf,
  saves,
  sends,
} from "./offline-helpers";
import { expect, test } from "./story";
import { demoId } from "./world";

test("F1 without signal: results wait on the phone, and each is saved exactly once and in order", async ({
  signIn,
}) => {
  const imogen = await signIn("Imogen");
  await imogen.setViewportSize(phone);
  imogen.mayLog(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/);
  const context = imogen.context();
  const measureId = await definesMeasure(imogen, "Calls answered on Ward 7B");
  const page = `/log/${measureId}`;
  await opensAndIsReady(imogen, measureId);

  await test.step("with the signal gone she saves as ever, and reads that it waits", async () => {
    await context.setOffline(true);
    await saves(imogen, 1);
    await expect(imogen.getByRole("heading", { name: "Waiting to send 1" })).toBeFocused();
    await imogen.reads("Kept on this device. It is sent by itself when there is signal.");
    await imogen.looks();
    await imogen.close();
  });

  const again = await opensAgain(context, page);
  await test.step("she opens the page again, without signal, and adds 2 more for the days before", async () => {
    await again.reads("No signal. Save as usual.");
    await again.looks();
    const journey = await countsFrom(again);
    expect(await wordsOn(again)).toBeLessThanOrEqual(50);
    await saves(again, 2);
    await expect(again.getByRole("heading", { name: "Waiting to send 2", level: 2 }).first()).toBeFocused();
    expect(await journey.presses()).toBe(1);
    expect(await wordsOn(again)).toBeLessThanOrEqual(50);
    await expect(again.getByRole("heading", { name: "Waiting to send 2", level: 2 }).first()).toBeFocused();
    await again.getByRole("link", { name: "Add another" }).click();
    await saves(again, 3);
    await again.getByRole("link", { name: "See what waits" }).last().click();
    await again.looks();
  });
  expect(await onDevice(again, "results")).toBe(3);
  // The page asks for yesterday first, then today, then the day before
  const inOrder = [
    [1, daysFromToday(-1)],
    [2, daysFromToday(0)],
    [3, daysFromToday(-2)],
  ];
  const tab = await opensAgain(context, page);
  await tab.reads("No signal. Save as usual.");

  await test.step("signal comes back in 2 tabs at once, and the first answer is lost on the way", async () => {
    let lost = 0;
    await context.route("**/api/trpc/measures.log", async (route) => {
      const answer = await route.fetch();
      if (lost > 0) return route.fulfill({ response: answer });
      lost += 1;
      return route.abort("connectionreset");
    });
    await context.setOffline(false);
    await again.reads("Nothing waits on this device. All you added was sent.");
    expect(lost).toBe(1);
    expect(await rowsOf(again, measureId)).toEqual(inOrder);
    expect(await onDevice(again, "results")).toBe(0);
  });

  await test.step("the control: were one of them there twice, as a correction is, these rows would show it", async () => {
    const periodOn = daysFromToday(-1);
    const corrected = { measureId, organisationId: hospital, periodOn, value: 4, reason: "1 was missed", version: 1 };
    await sends(again, "measures.correct", corrected);
    expect(await rowsOf(again, measureId)).toEqual([...inOrder, [4, periodOn]]);
  });

  await test.step("an answer that is slow: she reads that it waits, and then what it means, without another press", async () => {
    await context.unroute("**/api/trpc/measures.log");
    let arrive = () => {};
    const held = new Promise<void>((over) => {
      arrive = over;
    });
    await context.route("**/api/trpc/measures.log", async (route) => {
      await held;
      await route.continue();
    });
    await again.opens(page);
    await saves(again, 5);
    await expect(again.getByRole("heading", { name: "Waiting to send 1" })).toBeFocused();
    arrive();
    await expect(again.getByRole("heading", { name: "Saved" })).toBeFocused();
    await again.reads(/^5 calls on .* results so far/);
    expect(await rowsOf(again, measureId)).toHaveLength(inOrder.length + 2);
    await expect(again.getByRole("button", { name: "Undo", exact: true })).toBeVisible();
  });
});

test("what waits stays its writer's: signed out, somebody else on the phone, refused, thrown away", async ({
  signIn,
}) => {
  const imogen = await signIn("Imogen");
  await imogen.setViewportSize(phone);
  imogen.mayLog(
    /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch|status of 401|status of 422|ERR_CONNECTION_RESET/,
  );
  const context = imogen.context();
  const measureId = await definesMeasure(imogen, "Calls answered on Ward 4A");
  const page = `/log/${measureId}`;
  await opensAndIsReady(imogen, measureId);
  const elsewhere = await signIn("Imogen");

  await test.step("2 results wait; meanwhile a colleague adds 1 of them, and her session ends", async () => {
    await context.setOffline(true);
    await saves(imogen, 1);
    await imogen.press("Sign out");
    await expect(imogen.getByRole("dialog", { name: "No signal" })).toBeVisible();
    await imogen.press("Stay signed in");
    await imogen.getByRole("link", { name: "Add another" }).click();
    await imogen.reads("No signal. Save as usual.");
    await saves(imogen, 2);
    await expect(imogen.getByRole("heading", { name: "Waiting to send 2" })).toBeFocused();
    await imogen.looks();
    const today = { measureId, organisationId: hospital, periodOn: daysFromToday(0), value: 20 };
    await sends(elsewhere, "measures.log", today);
    const [, earlier] = (await asks(elsewhere, "people.sessions", {})) as { id: string }[];
    for (const { id } of (await asks(elsewhere, "people.sessions", {})) as { id: string }[])
      if (id === earlier?.id) await sends(elsewhere, "people.endSession", { sessionId: id });
    await context.setOffline(false);
    await imogen.reads(/^2 results wait here\. Only who typed them can see or send them\./);
    expect({ keys: await onDevice(imogen, "keys"), ready: await onDevice(imogen, "ready") }).toEqual({
      keys: 0,
      ready: 0,
    });
  });

  await test.step("somebody else signs in on this phone: nothing of hers can be seen, read or sent", async () => {
    await imogen.goto("/log/waiting");
    await imogen.reads(/^2 results wait here/);
    await imogen.looks();
    await imogen.signIn("Ravi");
    await expect(imogen.getByText("Waiting to send")).toHaveCount(0);
    await imogen.opens("/log/waiting");
    await imogen.reads("Nothing waits on this device.");
    expect(await onDevice(imogen, "results")).toBe(2);
    // Her open page still sends as her, but nobody is signed in as her
    const inHerName = { headers: { "x-leeway-sender": demoId("person/imogen") }, data: { key: randomUUID() } };
    expect((await imogen.request.post("/api/trpc/measures.log", inHerName)).status()).toBe(401);
    expect(await rowsOf(elsewhere, measureId)).toEqual([[20, daysFromToday(0)]]);
  });

  await test.step("she signs in again: what can be saved is, and what cannot needs her", async () => {
    await imogen.signIn("Imogen");
    await imogen.reads(/^Sent\. Calls answered on Ward 4A: 1 call on .* 2 results so far/);
    await imogen.reads(/^1 result needs you\./);
    await imogen.getByRole("link", { name: "See what waits" }).click();
    await imogen.reads("Not saved: something changed after you typed it. Perhaps somebody else added a result.");
    await imogen.looks();
    await imogen.getByRole("link", { name: /^Put it right/ }).click();
    await imogen.reads(/^There is a result for this period: 20 calls, logged by Imogen/);
    await expect(imogen.getByLabel("Result", { exact: true })).toHaveValue("2");
    await imogen.looks();
    await correctsResult(imogen, "I counted them myself");
    await expect(imogen.getByRole("heading", { name: "Saved" })).toBeFocused();
    expect(await rowsOf(elsewhere, measureId)).toEqual([
      [20, daysFromToday(0)],
      [1, daysFromToday(-1)],
      [2, daysFromToday(0)],
    ]);
    expect(await onDevice(imogen, "results")).toBe(0);
  });

  await test.step("signing out asks before it throws away what waits, and then leaves nothing behind", async () => {
    await imogen.opens(page);
    await context.route("**/api/trpc/measures.log", (route) => route.abort("connectionreset"));
    await saves(imogen, 3);
    await expect(imogen.getByRole("heading", { name: "Waiting to send 1" })).toBeFocused();
    await imogen.press("Sign out");
    await expect(imogen.getByRole("dialog", { name: "1 result not sent yet" })).toBeVisible();
    await imogen.looks();
    await imogen.press("Stay signed in");
    await expect(imogen.getByRole("dialog")).toBeHidden();
    await imogen.press("Sign out");
    await imogen.press("Sign out and delete");
    await imogen.readsNotice("signed out");
    for (const store of ["results", "keys", "ready"]) expect(await onDevice(imogen, store), store).toBe(0);
    const left = await imogen.evaluate(async () => [
      ...(await caches.keys()),
      ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
    ]);
    expect(left).toEqual([]);
    await imogen.looks();
  });
});
