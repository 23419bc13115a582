import type { ReactNode } from "react";
import { Footer } from "./footer";
import { Header, type HeaderProps } from "./header";
import type { NavigationItem } from "./navigation";

type FrameProps = HeaderProps & { footerLinks: readonly NavigationItem[]; footerNote: string; children: ReactNode };

/** The layout around every page. The page itself has the <main>. */
export function Frame({ footerLinks, footerNote, children, ...header }: FrameProps) {
  return (
    <>
      <a className="nhsuk-skip-link" href="#content">
        Skip to main content
      </a>
      <Header {...header} />
      <div className="nhsuk-width-container" id="content" tabIndex={-1}>
        {children}
      </div>
      <Footer links={footerLinks} note={footerNote} />
    </>
  );
}
