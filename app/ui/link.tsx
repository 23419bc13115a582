"use client";

import NextLink from "next/link";
import { type ComponentProps, useState } from "react";

/**
 * A link to a page of ours. Its page is fetched beforehand once somebody points at it, and not because it can be seen: one
 * look at a page asked the server for 30 others.
 */
export function Link<Address extends string>(props: ComponentProps<typeof NextLink<Address>>) {
  const [meant, setMeant] = useState(false);
  const mean = () => setMeant(true);
  return <NextLink {...props} prefetch={meant ? null : false} onMouseEnter={mean} onTouchStart={mean} onFocus={mean} />;
}
