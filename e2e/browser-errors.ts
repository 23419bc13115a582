import type { ConsoleMessage, Page } from "@playwright/test";

/** Notes what goes wrong in a browser without anyone seeing it, and which pages were opened and looked at. */
export function browserErrors(page: Page) {
  const wrong: string[] = [];
  const opened = new Set<string>();
  const looked = new Set<string>();
  const expected: RegExp[] = [];
  const note = (what: string) => {
    if (!expected.some((pattern) => pattern.test(what))) wrong.push(what);
  };
  const noteError = (message: ConsoleMessage) => {
    if (message.type() === "error") note(`${message.text()} (${message.location().url})`);
  };
  page.on("console", noteError);
  page.on("pageerror", (error) => note(`${error}`));
  page.on("crash", () => note("The page crashed"));
  page.on("framenavigated", (frame) => {
    if (frame === page.mainFrame() && frame.url().startsWith("http")) opened.add(new URL(frame.url()).pathname);
  });
  return {
    looked: (pathname: string) => looked.add(pathname),
    /** What was opened so far only led on: signing in leads home, and home may lead elsewhere. */
    passedThrough: () => opened.clear(),
    /** Something that belongs to the story, such as a refusal that the browser logs although the page explains it. */
    expect: (pattern: RegExp) => expected.push(pattern),
    wrong: () => wrong,
    notLookedAt: () => [...opened].filter((pathname) => !looked.has(pathname)),
  };
}
