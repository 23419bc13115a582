import { expect, test } from "@playwright/test";
import { smallButtons } from "./looks";
import { pageChecks } from "./page-checks";

const page = (body: string, title = "Risks – Leeway") =>
  `<!doctype html><html lang="en-GB"><head><title>${title}</title></head><body><main><h1>Risks</h1>${body}</main></body></html>`;

/** Planted faults, each of which the page checks must catch. */
const faults: [what: string, html: string][] = [
  ["an image without words", page('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">')],
  ["pale words", page('<p style="color: #bbb; background: #fff">Can you read this?</p>')],
  ["a box without a label", page('<input type="text">')],
  [
    "targets that a finger misses",
    page(
      '<button style="height: 12px; width: 12px; padding: 0; font-size: 4px">x</button><button style="height: 12px; width: 12px; padding: 0; font-size: 4px">y</button>',
    ),
  ],
  ["two headings of the first level", page("<h1>More risks</h1>")],
  ["a heading of 66 characters", page("", "x").replace("<h1>Risks</h1>", `<h1>${"x".repeat(66)}</h1>`)],
  ["a title that is not the heading", page("", "Results – Leeway")],
  ["something wider than the window", page('<div style="width: 3000px">wide</div>')],
];

test("the look at each page lets a good page pass", async ({ page: tab }) => {
  await tab.setContent(page("<p>All is well.</p>"));
  await pageChecks(tab);
});

for (const [what, html] of faults) {
  test(`the look at each page catches ${what}`, async ({ page: tab }) => {
    await tab.setContent(html);
    await expect(pageChecks(tab, 500)).rejects.toThrow();
  });
}

test("a button that is hard to hit with a thumb is found", async ({ page: tab }) => {
  await tab.setContent(page('<button style="height: 40px">Low</button><button style="height: 44px">High</button>'));
  expect(await smallButtons(tab)).toEqual([expect.stringContaining("Low")]);
});
