"use client";

import { useEffect } from "react";

const prefix = "Error: ";

/** Starts the page's title with "Error: " while there is a problem, because screen readers read the title first. */
export function useErrorTitle(problem: boolean) {
  useEffect(() => {
    if (!problem) return;
    const addPrefix = () => {
      if (!document.title.startsWith(prefix)) document.title = prefix + document.title;
    };
    addPrefix();
    // Refreshing the page resets its title
    const observer = new MutationObserver(addPrefix);
    observer.observe(document.head, { childList: true, characterData: true, subtree: true });
    return () => {
      observer.disconnect();
      if (document.title.startsWith(prefix)) document.title = document.title.slice(prefix.length);
    };
  }, [problem]);
}
