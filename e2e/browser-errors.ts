import type { ConsoleMessage, Page } from "@playwright/test";

/** Collects errors in the browser, and which of the opened pages were checked. */
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
    /** Forgets the pages opened so far: signing in only redirects through them. */
    passedThrough: () => opened.clear(),
    /** Allows an error that belongs to the story, such as a refusal that the browser logs. */
    expect: (pattern: RegExp) => expected.push(pattern),
    wrong: () => wrong,
    notLookedAt: () => [...opened].filter((pathname) => !looked.has(pathname)),
  };
}
