import type { Route } from "next";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";

export type ButtonLook = "primary" | "secondary" | "warning" | "reverse" | "link";

const looks: Record<ButtonLook, string> = {
  primary: "nhsuk-button",
  secondary: "nhsuk-button nhsuk-button--secondary",
  warning: "nhsuk-button nhsuk-button--warning",
  /** On the blue of an interruption. */
  reverse: "nhsuk-button nhsuk-button--reverse",
  /** Beside links, as one of them. */
  link: "min-h-11 cursor-pointer border-0 bg-transparent p-0 text-[length:inherit] text-link underline",
};

type ButtonProps = Omit<ComponentProps<"button">, "className"> & { look?: ButtonLook };

/** One primary button a page. */
export function Button({ look = "primary", type = "button", ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={looks[look]} />;
}

/** A link that begins something. It stays a link: it can be opened in a new tab, and is announced as one. */
export function LinkButton<Address extends string>({
  href,
  look = "primary",
  children,
}: {
  href: Route<Address>;
  look?: ButtonLook;
  children: ReactNode;
}) {
  return (
    <Link href={href} className={looks[look]} draggable={false}>
      {children}
    </Link>
  );
}

/** Buttons and links side by side, one under the other on a phone; never wider than what they stand in, as NHS style has them. */
export function ButtonGroup({ children }: { children: ReactNode }) {
  return <div className="nhsuk-button-group mr-0">{children}</div>;
}
