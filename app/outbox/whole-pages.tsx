"use client";

import { createContext, type ReactNode, use, useEffect } from "react";

const KeptPage = createContext(false);

/** Whether this page came from the device's cache: it was rendered signed out, so its header has no name. */
export const useIsKeptPage = () => use(KeptPage);

/**
 * A cached page opens other pages by a full load. A client-side navigation would keep the signed-out header around them.
 */
export function WholePages({ isKeptPage, children }: { isKeptPage: boolean; children: ReactNode }) {
  useEffect(() => {
    if (!isKeptPage) return;
    const open = (press: MouseEvent) => {
      const link = press.target instanceof Element ? press.target.closest("a[href]") : null;
      if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin) return;
      if (press.button !== 0 || press.metaKey || press.ctrlKey || press.shiftKey || press.altKey) return;
      if (link.pathname === location.pathname && link.hash) return;
      press.preventDefault();
      press.stopPropagation();
      location.assign(link.href);
    };
    window.addEventListener("click", open, { capture: true });
    return () => window.removeEventListener("click", open, { capture: true });
  }, [isKeptPage]);
  return <KeptPage value={isKeptPage}>{children}</KeptPage>;
}
