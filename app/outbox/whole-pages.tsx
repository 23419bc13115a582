"use client";

import { createContext, type ReactNode, use, useEffect } from "react";

const CachedPage = createContext(false);

/** Whether this page came from the device's cache: it was rendered signed out, so its header has no name. */
export const useIsCachedPage = () => use(CachedPage);

/**
 * A cached page opens other pages by a full load. A client-side navigation would keep the signed-out header around them.
 */
export function WholePages({ isCachedPage, children }: { isCachedPage: boolean; children: ReactNode }) {
  useEffect(() => {
    if (!isCachedPage) return;
    const loadPage = (click: MouseEvent) => {
      const link = click.target instanceof Element ? click.target.closest("a[href]") : null;
      if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin) return;
      if (click.button !== 0 || click.metaKey || click.ctrlKey || click.shiftKey || click.altKey) return;
      if (link.pathname === location.pathname && link.hash) return;
      click.preventDefault();
      click.stopPropagation();
      location.assign(link.href);
    };
    window.addEventListener("click", loadPage, { capture: true });
    return () => window.removeEventListener("click", loadPage, { capture: true });
  }, [isCachedPage]);
  return <CachedPage value={isCachedPage}>{children}</CachedPage>;
}
