import { expect, test } from "./story";
import { demoId, experiment } from "./world";

test("what is not there and what is another system's are the same page", async ({ comesBack }) => {
  const imogen = await comesBack("Imogen");
  imogen.mayLog(/status of 404/);
  const nothing = "00000000-0000-4000-8000-000000000000";
  const foreign = demoId("experiment/S01");
  const parts = [
    "",
    "/edit",
    "/team",
    "/risks",
    "/dips",
    "/permission",
    "/permission/ask",
    "/results",
    "/stop",
    "/board",
    "/learning",
    "/history",
  ];
  const addresses = [
    ...parts.flatMap((part) => [`/experiments/${foreign}${part}`, `/experiments/${nothing}${part}`]),
    "/experiments/not-an-id",
    experiment("E20"), // a draft of a team that she is not on
    `/experiments/${foreign}/risks/${demoId("risk/S01/1")}`,
    `/measures/${demoId("measure/canarywort-teas")}`,
    `/log/${demoId("measure/canarywort-teas")}`,
    `/measures/${nothing}`,
    `/boards/${demoId("board/SVB")}`,
    `/boards/${nothing}`,
    `/leaders/${demoId("leader-proposal/ambrose/1")}`,
    `/admin/${demoId("system/quillshire")}/people`, // she does not look after it
    `/admin/${demoId("system/saltholm")}`,
  ];
  let first: string | undefined;
  for (const address of addresses) {
    expect(await imogen.glancesAt(address), address).toBe(404);
    await expect(imogen.getByRole("heading", { level: 1 })).toHaveText("Page not found");
    const text = await imogen.getByRole("main").textContent();
    first ??= text ?? "";
    expect(text, address).toBe(first);
  }
  expect(first).toContain("There is nothing at this address that you can see.");
  await imogen.looks();
});

test("the register and the search know nothing of another system", async ({ comesBack }) => {
  const imogen = await comesBack("Imogen");
  for (const address of ["/experiments?q=canarywort", "/measures?q=canarywort", "/learning?q=canarywort"]) {
    await imogen.opens(address);
    await expect(imogen.getByRole("main").getByRole("heading", { level: 3 })).toHaveCount(0);
    await expect(imogen.getByRole("main").getByRole("link", { name: /canarywort/i })).toHaveCount(0);
  }
  const isolde = await comesBack("Isolde");
  await isolde.opens("/experiments?q=canarywort");
  await isolde.reads("Canarywort tea before noon");
});
