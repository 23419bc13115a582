import { isValidElement, type ReactNode } from "react";

/**
 * Renders a drawing to text, for a file: React's renderer may not be used in Next's server components. It supports only
 * elements, components without state, and text.
 */
export function asMarkup(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (typeof node === "string" || typeof node === "number" || typeof node === "bigint") return escaped(String(node));
  if (Array.isArray(node)) return node.map(asMarkup).join("");
  if (!isValidElement<{ children?: ReactNode; [name: string]: unknown }>(node)) throw new Error("Not a React element");
  const { type, props } = node;
  if (typeof type === "function") return asMarkup((type as (props: object) => ReactNode)(props));
  if (typeof type !== "string") return asMarkup(props.children); // a fragment
  const attributes = Object.entries(props)
    .filter(([name, value]) => name !== "children" && value !== undefined && value !== null && value !== false)
    .map(([name, value]) => ` ${attributeName(name)}="${escaped(String(value))}"`);
  return `<${type}${attributes.join("")}>${asMarkup(props.children)}</${type}>`;
}

/** Attributes that SVG itself writes in camel case stay; the others become kebab case as in HTML. */
const camelCaseInSvg = /^(viewBox|patternUnits|patternTransform|textLength|lengthAdjust|aria-.*)$/;
function attributeName(name: string): string {
  if (name === "className") return "class";
  return camelCaseInSvg.test(name) ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

const escaped = (text: string) =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#x27;");
