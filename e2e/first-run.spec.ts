import { rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "@/server/run/command";
import { empties, formOf, readsProblems } from "./forms";
import { startLeeway } from "./leeway";
import { everyWidth } from "./looks";
import { openMailbox, sendLink } from "./mailbox";
import { expect, test } from "./story";

const link = /open (\S+\/welcome\/\S+) within an hour/;

test("an empty installation: from the link on the console to the first invited person", async ({ visit }, {
  workerIndex,
}) => {
  test.setTimeout(300_000);
  const mailbox = await openMailbox();
  const dataDir = join(root, ".e2e", `data-empty-${workerIndex}`);
  rmSync(dataDir, { recursive: true, force: true });
  const leeway = await startLeeway({ dataDir, env: { DEMO: "0", SMTP_URL: mailbox.url } });
  try {
    const ada = await visit(leeway.address);
    const welcome = link.exec(leeway.printed())?.[1] ?? "";

    await test.step("nobody can be anybody here", async () => {
      await ada.opens("/sign-in");
      await ada.arrivesAt("Sign in");
      await expect(ada.getByRole("button")).toHaveText([sendLink]);
    });

    await test.step("the link makes its user the first administrator, once", async () => {
      await ada.opens(welcome);
      await ada.arrivesAt("Welcome to Leeway");
      await everyWidth(ada);
      await empties(formOf(ada, "Begin"));
      await ada.press("Begin");
      expect(await readsProblems(ada)).toEqual([
        "Enter your name, as colleagues know it.",
        "Enter an e-mail address, such as ada@trust.example.",
      ]);
      await ada.writes("Your name", "Ada Penwick");
      await ada.writes("Your e-mail address", "ada@penwick.example");
      await ada.press("Begin");
      await ada.arrivesAt("Name your system");
      await everyWidth(ada);

      const late = await visit(leeway.address);
      await late.opens(welcome);
      await late.arrivesAt("This link no longer works");
    });

    await test.step("she names the system and adds its organisations", async () => {
      await ada.writes("Its name", "Penwick Integrated Care System");
      await ada.press("Add this system");
      await ada.arrivesAt("Penwick Integrated Care System");
      await ada.readsNotice("system added");
      await ada.follow("Add its organisations");
      await ada.arrivesAt("Organisations");
      await ada.writes(
        "Organisations to add",
        "Penwick District Hospital, PDH, acute, RZZ\nPenwick Council, PWC, council",
      );
      await ada.press("Add these organisations");
      await ada.readsNotice("organisations added");
      await ada.reads("Penwick District Hospital");
      await ada.looks();
    });

    await test.step("she invites a person, who gets a link and signs in", async () => {
      await ada.opens("/admin");
      await ada.arrivesAt("Looking after Leeway");
      await everyWidth(ada);
      await ada.follow("Penwick Integrated Care System");
      await ada.arrivesAt("Penwick Integrated Care System");
      await ada.follow("Invite people");
      await ada.arrivesAt("People");
      await ada.follow("Invite someone");
      await ada.arrivesAt("Invite someone");
      await ada.writes("Their e-mail address", "bel@penwick.example");
      await ada.writes("Their name", "Bel Marchwood");
      await ada.getByLabel("Where do they work?").selectOption("Penwick District Hospital");
      await ada.press("Invite them");
      await ada.arrivesAt("Bel Marchwood");
      await ada.readsNotice("person invited");

      const bel = await visit(leeway.address);
      await bel.opens(await mailbox.linkFor("bel@penwick.example"));
      await bel.press("Sign in");
      await bel.arrivesAt("Your experiments");
      await expect(bel.getByRole("banner")).toContainText("Bel Marchwood");
    });

    await test.step("another system can be added", async () => {
      await ada.opens("/admin/new");
      await ada.arrivesAt("Add a system");
      await everyWidth(ada);
    });
  } finally {
    expect(await leeway.stop()).toBe(0);
    await mailbox.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
