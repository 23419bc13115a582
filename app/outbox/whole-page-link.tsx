import type { ComponentProps } from "react";

/** A plain link: without signal only a whole page can come from the device. */
export function WholePageLink(link: Pick<ComponentProps<"a">, "href" | "dir" | "children">) {
  return <a {...link} className="inline-flex min-h-11 items-center" />;
}
