import { startLeeway } from "./leeway";
import { openMailbox, sendLink } from "./mailbox";
import type { Person } from "./person";
import { expect, test } from "./story";
import { experiment } from "./world";

const sessionCookie = async (person: Person) =>
  (await person.context().cookies()).find(({ name }) => name === "next-auth.session-token");

test("one press signs in as a person of the demo world; signing out ends it at once", async ({ visit, baseURL }) => {
  const someone = await visit();
  await someone.opens("/sign-in");
  await someone.getByRole("button", { name: /^Dayo Okonjo-Vance/ }).click();
  await someone.arrivesAt("Your experiments");
  await expect(someone.getByRole("banner")).toContainText("Dayo Okonjo-Vance");

  const cookie = await sessionCookie(someone);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", secure: false, path: "/" });
  expect(await someone.evaluate(() => document.cookie)).not.toContain("session");

  await someone.press("Sign out");
  await someone.arrivesAt("Who would you like to be?");
  await someone.readsNotice("signed out");
  expect(await sessionCookie(someone)).toBeUndefined();

  await test.step("the old cookie opens nothing any more", async () => {
    const thief = await visit();
    await thief.context().addCookies([{ name: cookie?.name ?? "", value: cookie?.value ?? "", url: baseURL ?? "" }]);
    await thief.opens("/settings");
    await expect(thief).toHaveURL(/\/sign-in\?from=/);
  });
});

test("a link that somebody sent leads where it should after signing in", async ({ visit }) => {
  const someone = await visit();
  await someone.opens(`${experiment("E09", "/results")}?show=all`);
  await expect(someone).toHaveURL(/\/sign-in\?from=/);
  await someone.getByRole("button", { name: /^Imogen Tarrowby/ }).click();
  await someone.arrivesAt("Results");
  await expect(someone).toHaveURL(/\/results\?show=all$/);
});

for (const elsewhere of [
  "https://elsewhere.example/",
  "//elsewhere.example/",
  "/\\elsewhere.example",
  "/..//elsewhere.example",
]) {
  test(`a link that would lead away after signing in leads home: ${elsewhere}`, async ({ visit }) => {
    const someone = await visit();
    await someone.opens(`/sign-in?from=${encodeURIComponent(elsewhere)}`);
    await someone.getByRole("button", { name: /^Imogen Tarrowby/ }).click();
    await someone.arrivesAt("Your experiments");
    expect(new URL(someone.url()).pathname).toBe("/");
  });
}

test("an e-mail link signs in once, by its button; opening it spends nothing", async ({ visit, leeway }) => {
  const mailbox = await openMailbox();
  // A second server on the same data
  const withMail = await startLeeway({ dataDir: leeway.dataDir, env: { SMTP_URL: mailbox.url } });
  try {
    const gwil = await visit(withMail.address);
    await gwil.opens(`/sign-in?from=${encodeURIComponent("/boards")}`);
    await gwil.getByText("Sign in by e-mail, as in real use").click();
    await gwil.writes("Your e-mail address", " Gwil.Trebannoch@NorthLarch.example ");
    await gwil.press(sendLink);
    await gwil.arrivesAt("Look in your e-mail");
    const link = await mailbox.linkFor("gwil.trebannoch@northlarch.example");
    expect(new URL(link).origin).toBe(withMail.address);

    await test.step("a mail scanner opens it three times", async () => {
      for (let time = 0; time < 3; time += 1) {
        const answer = await fetch(link, { redirect: "manual" });
        expect(answer.status).toBe(200);
        expect(answer.headers.get("set-cookie")).toBeNull();
      }
    });

    await gwil.opens(link);
    await gwil.reads("You are signing in as gwil.trebannoch@northlarch.example.");
    await gwil.press("Sign in");
    await gwil.arrivesAt("Boards");
    await expect(gwil.getByRole("banner")).toContainText("Gwil Trebannoch");
    expect(await sessionCookie(gwil)).toMatchObject({ httpOnly: true, sameSite: "Lax" });

    await test.step("a second use is refused", async () => {
      const thief = await visit(withMail.address);
      await thief.opens(link);
      await thief.arrivesAt("This link no longer works");
      const spent = new URL(link).searchParams;
      await thief.opens(`/api/auth/callback/email?${spent}`);
      await thief.reads("This link has been used already, or its time is over. Ask for a new one.");
      expect(await sessionCookie(thief)).toBeUndefined();
    });

    await test.step("somebody who is not known is told the same, and gets nothing", async () => {
      const stranger = await visit(withMail.address);
      await stranger.opens("/sign-in");
      await stranger.getByText("Sign in by e-mail, as in real use").click();
      await stranger.writes("Your e-mail address", "nobody@elsewhere.example");
      await stranger.press(sendLink);
      await stranger.arrivesAt("Look in your e-mail");
    });
  } finally {
    expect(await withMail.stop()).toBe(0);
    await mailbox.close();
  }
  await test.step("the first one goes on when the second stops", async () => {
    const imogen = await visit();
    expect(await imogen.opens("/sign-in")).toBe(200);
  });
});
