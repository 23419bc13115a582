"use client";

import { useEffect } from "react";

const prefix = "Error: ";

/** The page's title begins with "Error: " while there is a problem: it is the first thing a screen reader says. */
export function useErrorTitle(problem: boolean) {
  useEffect(() => {
    if (!problem) return;
    const begin = () => {
      if (!document.title.startsWith(prefix)) document.title = prefix + document.title;
    };
    begin();
    // Reading the page again writes its title anew
    const watch = new MutationObserver(begin);
    watch.observe(document.head, { childList: true, characterData: true, subtree: true });
    return () => {
      watch.disconnect();
      if (document.title.startsWith(prefix)) document.title = document.title.slice(prefix.length);
    };
  }, [problem]);
}
