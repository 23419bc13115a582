import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "@/server/run/command";
import { everyWidth, skipLinkFirst } from "./looks";
import { expect, test } from "./story";
import { admin, board, demoId, experiment, log, measure, record, standing, system } from "./world";

/** Every page: the pattern of its address, who opens it, and an example address. */
const pages: [pattern: string, who: string | null, address: string][] = [
  ["/", "Imogen", "/"],
  ["/", "Jocasta", "/"],
  ["/", "Cordelia", "/"],
  ["/admin/[systemId]", "Theodora", "/"],
  ["/", "Zoë", "/"],
  ["/sign-in", null, "/sign-in"],
  ["/sign-in", null, "/sign-in?problem=link"],
  ["/sign-in/check-your-email", null, "/sign-in/check-your-email"],
  ["/sign-in/link", null, "/sign-in/link?email=imogen.tarrowby@quh.example&token=spent"],
  ["/welcome/[token]", null, "/welcome/spent"],
  ["/settings", "Imogen", "/settings"],
  ["/help", "Imogen", "/help"],
  ["/accessibility", null, "/accessibility"],
  ["/privacy", null, "/privacy"],
  ["/experiments", "Imogen", "/experiments"],
  ["/experiments", "Imogen", "/experiments?q=nothing+of+the+kind"],
  ["/experiments/new", "Imogen", "/experiments/new"],
  ["/experiments/new", "Ravi", "/experiments/new"],
  ["/experiments/[experimentId]", "Imogen", experiment("E09")],
  ["/experiments/[experimentId]", "Ravi", experiment("E20")],
  ["/experiments/[experimentId]", "Maeve", experiment("E06")],
  ["/experiments/[experimentId]", "Farhan", experiment("E02")],
  ["/experiments/[experimentId]/edit", "Ravi", experiment("E20", "/edit")],
  ["/experiments/[experimentId]/edit", "Jocasta", experiment("E09", "/edit")],
  ["/experiments/[experimentId]/team", "Imogen", experiment("E09", "/team")],
  ["/experiments/[experimentId]/risks", "Pritam", experiment("E08", "/risks")],
  ["/experiments/[experimentId]/risks/new", "Ravi", experiment("E20", "/risks/new")],
  ["/experiments/[experimentId]/risks/[riskId]", "Ravi", experiment("E20", `/risks/${demoId("risk/E20/1")}`)],
  ["/experiments/[experimentId]/risks/draft", "Ravi", experiment("E20", "/risks/draft?from=asking")],
  [
    "/experiments/[experimentId]/risks/draft/[draftId]/[question]",
    "Ravi",
    experiment("E20", `/risks/draft/${demoId("risk-draft/E20")}/how-bad`),
  ],
  ["/experiments/[experimentId]/dips", "Pritam", experiment("E08", "/dips?from=asking")],
  ["/experiments/[experimentId]/dips/expect", "Pritam", experiment("E08", "/dips/expect")],
  ["/experiments/[experimentId]/dips/rule", "Pritam", experiment("E08", "/dips/rule")],
  ["/experiments/[experimentId]/dips", "Ravi", experiment("E20", "/dips")],
  ["/experiments/[experimentId]/permission", "Jocasta", experiment("E08", "/permission")],
  ["/experiments/[experimentId]/permission", "Noor", experiment("E23", "/permission")],
  ["/experiments/[experimentId]/permission/ask", "Stellan", experiment("E17", "/permission/ask")],
  ["/experiments/[experimentId]/permission/ask", "Ravi", experiment("E20", "/permission/ask")],
  ["/experiments/[experimentId]/permission/ask/who", "Pritam", experiment("E08", "/permission/ask/who")],
  ["/experiments/[experimentId]/permission/ask/why-longer", "Stellan", experiment("E17", "/permission/ask/why-longer")],
  ["/experiments/[experimentId]/permission/ask/preview", "Pritam", experiment("E08", "/permission/ask/preview")],
  ["/experiments/[experimentId]/permission/ask/check", "Stellan", experiment("E17", "/permission/ask/check")],
  ["/experiments/[experimentId]/permission/ask/weigh", "Pritam", experiment("E08", "/permission/ask/weigh")],
  ["/experiments/[experimentId]/permission/ask/sent", "Pritam", experiment("E08", "/permission/ask/sent")],
  ["/experiments/[experimentId]/permission/decide", "Delphine", experiment("E11", "/permission/decide")],
  ["/experiments/[experimentId]/permission/decide", "Aurelio", experiment("E23", "/permission/decide")],
  ["/experiments/[experimentId]/permission/decide/[answer]", "Delphine", experiment("E11", "/permission/decide/yes")],
  [
    "/experiments/[experimentId]/permission/decide/[answer]",
    "Aurelio",
    experiment("E23", "/permission/decide/question"),
  ],
  ["/experiments/[experimentId]/permission/renew", "Stellan", experiment("E17", "/permission/renew")],
  ["/experiments/[experimentId]/results", "Pritam", experiment("E08", "/results")],
  ["/experiments/[experimentId]/results", "Ifeoma", experiment("E13", "/results?show=all")],
  ["/experiments/[experimentId]/results/add-measure", "Ravi", experiment("E20", "/results/add-measure")],
  ["/experiments/[experimentId]/cycles", "Imogen", experiment("E09", "/cycles")],
  ["/experiments/[experimentId]/cycles/new", "Ravi", experiment("E20", "/cycles/new")],
  ["/experiments/[experimentId]/cycles/[cycleId]", "Imogen", experiment("E09", `/cycles/${demoId("cycle/E09/2")}`)],
  ["/experiments/[experimentId]/stop", "Imogen", experiment("E09", "/stop")],
  ["/experiments/[experimentId]/stop", "Maeve", experiment("E06", "/stop")],
  ["/experiments/[experimentId]/stop", "Ruaridh", experiment("E06", "/stop")],
  ["/experiments/[experimentId]/board", "Imogen", experiment("E09", "/board")],
  ["/experiments/[experimentId]/board", "Cordelia", experiment("E22", "/board")],
  ["/experiments/[experimentId]/learning", "Imogen", experiment("E09", "/learning")],
  ["/experiments/[experimentId]/learning", "Farhan", experiment("E02", "/learning")],
  ["/experiments/[experimentId]/history", "Pritam", experiment("E08", "/history")],
  ["/permissions", "Jocasta", "/permissions"],
  ["/permissions", "Cordelia", "/permissions"],
  ["/permissions", "Ravi", "/permissions"],
  ["/permissions/[permissionId]", "Jocasta", record("E08/1")],
  ["/permissions/[permissionId]", "Piers", record("E12/1")],
  ["/permissions/[permissionId]/print", "Parveen", record("E01/1", "/print")],
  ["/measures", "Wren", "/measures"],
  ["/measures/new", "Wren", "/measures/new"],
  ["/measures/[measureId]", "Pritam", measure("E08b")],
  ["/measures/[measureId]", "Jocasta", `${measure("E09")}?show=all`],
  ["/measures/[measureId]", "Tomos", measure("days-between-pressure-sores")],
  ["/measures/[measureId]/edit", "Pritam", `${measure("E08b")}/edit`],
  ["/measures/[measureId]/contributors", "Pritam", `${measure("E08b")}/contributors`],
  ["/systems/[systemId]", "Cordelia", system()],
  ["/systems/[systemId]", "Jocasta", system("?stage=front+door")],
  ["/measures/[measureId]/rebase", "Ravi", measure("E18", "/rebase")],
  ["/measures/[measureId]/points", "Anneli", measure("E03", "/points")],
  ["/measures/[measureId]/notes", "Pritam", measure("E08b", "/notes")],
  ["/experiments/[experimentId]/results/notes", "Pritam", experiment("E08", "/results/notes")],
  ["/measures/[measureId]/import", "Imogen", measure("E09", "/import")],
  ["/log", "Imogen", "/log"],
  ["/log/[measureId]", "Imogen", log("E09")],
  ["/log/waiting", "Imogen", "/log/waiting"],
  ["/boards", "Ellis Quantrell Governance manager,", "/boards"],
  ["/boards/[boardId]", "Cordelia", board("SPB")],
  ["/settings/deputies", "Ruaridh", "/settings/deputies"],
  ["/settings/deputies", "Tomos", "/settings/deputies"],
  ["/systems/[systemId]/answers", "Ifeoma", system("/answers")],
  ["/standing", "Jocasta", "/standing"],
  ["/standing", "Imogen", "/standing"],
  ["/standing/give", "Jocasta", "/standing/give"],
  ["/standing/[standingId]", "Sunniva", standing("OCH")],
  ["/standing/[standingId]", "Cordelia", standing("floor")],
  ["/decisions", "Cordelia", "/decisions"],
  ["/leaders/[proposalId]", "Perpetua", `/leaders/${demoId("leader-proposal/stellan/1")}`],
  ["/learning", "Noor", "/learning"],
  ["/learning", "Noor", "/learning?q=phone"],
  ["/admin/[systemId]", "Theodora", admin()],
  ["/admin/[systemId]/name", "Theodora", admin("/name")],
  ["/admin/[systemId]/permissions", "Theodora", admin("/permissions")],
  ["/admin/[systemId]/organisations", "Theodora", admin("/organisations")],
  [
    "/admin/[systemId]/organisations/[organisationId]",
    "Theodora",
    admin(`/organisations/${demoId("organisation/BVA")}`),
  ],
  ["/admin/[systemId]/people", "Theodora", admin("/people")],
  ["/admin/[systemId]/people/same", "Theodora", admin("/people/same")],
  ["/admin/[systemId]/people/invite", "Theodora", admin("/people/invite")],
  ["/admin/[systemId]/people/[personId]", "Theodora", admin(`/people/${demoId("person/lucia")}`)],
  ["/admin/[systemId]/people/[personId]/name", "Theodora", admin(`/people/${demoId("person/lucia")}/name`)],
  ["/admin/[systemId]/boards", "Theodora", admin("/boards")],
  ["/admin/[systemId]/boards/[boardId]", "Theodora", admin(`/boards/${demoId("board/MPB")}`)],
];

/** Pages that other stories open, because they need an administrator of the installation or an upload. */
const elsewhere = ["/admin", "/admin/new", "/measures/[measureId]/import/[uploadId]"];
/** Pages of development builds only. */
const developmentOnly = ["/dev/mailbox"];

for (const [pattern, who, address] of pages) {
  test(`${address.replaceAll(/[0-9a-f-]{36}/g, "…")} as ${who ?? "anyone"}, at every width`, async ({
    comesBack,
    visit,
  }) => {
    const person = await (who ? comesBack(who) : visit());
    expect(await person.opens(address)).toBe(200);
    expect(new URL(person.url()).pathname).toMatch(asExpression(pattern));
    await skipLinkFirst(person);
    await everyWidth(person);
  });
}

test("what is not there says so", async ({ comesBack }) => {
  const imogen = await comesBack("Imogen");
  imogen.mayLog(/status of 404/);
  for (const address of ["/nothing-of-the-kind", ...developmentOnly]) expect(await imogen.opens(address)).toBe(404);
  await everyWidth(imogen);
});

test("no page is left out", () => {
  const files = readdirSync(join(root, "app"), { recursive: true, encoding: "utf8" });
  const patterns = files
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map((file) => `/${file.split("/").slice(0, -1).join("/")}`);
  const opened = new Set([...pages.map(([pattern]) => pattern), ...elsewhere, ...developmentOnly]);
  expect(patterns.filter((pattern) => !opened.has(pattern))).toEqual([]);
  expect(patterns.length).toBeGreaterThan(40);
});

const asExpression = (pattern: string) => new RegExp(`^${pattern.replaceAll(/\[\w+\]/g, "[^/]+")}$`);
