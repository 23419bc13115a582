import type { Route } from "next";
import type { ComponentProps, ReactNode } from "react";
import { Link } from "@/app/ui/link";

export type ButtonLook = "primary" | "secondary" | "warning" | "reverse" | "link";

const looks: Record<ButtonLook, string> = {
  primary: "nhsuk-button",
  secondary: "nhsuk-button nhsuk-button--secondary",
  warning: "nhsuk-button nhsuk-button--warning",
  /** On the blue background of an interruption. */
  reverse: "nhsuk-button nhsuk-button--reverse",
  /** Styled as a link, beside links. */
  link: "min-h-11 cursor-pointer border-0 bg-transparent p-0 text-[length:inherit] text-link underline",
};

type ButtonProps = Omit<ComponentProps<"button">, "className"> & { look?: ButtonLook };

/** A button. At most one primary button per page. */
export function Button({ look = "primary", type = "button", ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={looks[look]} />;
}

/** A link that starts something, styled as a button. It opens in a new tab and is announced as a link. */
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

/** Buttons and links side by side, stacked on a phone; never wider than their container, whatever NHS styles say. */
export function ButtonGroup({ children }: { children: ReactNode }) {
  return <div className="nhsuk-button-group mr-0">{children}</div>;
}
