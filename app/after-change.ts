import type { Route } from "next";
import { address } from "./address";
import type { NoticeCode } from "./notices";

/** The value, or a function of the server's answer and what was sent. */
type ValueOrFrom<Answer, Sent, Value> = Value | ((answer: Answer, sent: Sent) => Value);

type To<Answer, Sent, Address> = { to: ValueOrFrom<Answer, Sent, Address> };
type AndNotice<Answer, Sent> = { notice?: ValueOrFrom<Answer, Sent, NoticeCode | undefined> };

/** Where a saved change leads and which notice is shown there. Without it, the page is refreshed in place. */
export type AfterChange<Answer, Sent, Address extends string> =
  | (To<Answer, Sent, Address extends Route<Address> ? Address : never> & AndNotice<Answer, Sent>)
  | { to?: undefined; notice?: undefined };

export function addressAfter<Answer, Sent>(
  { to, notice }: Partial<To<Answer, Sent, string>> & AndNotice<Answer, Sent>,
  answer: Answer,
  sent: Sent,
): Route | undefined {
  const resolved = <Value>(value: ValueOrFrom<Answer, Sent, Value>) =>
    value instanceof Function ? value(answer, sent) : value;
  return to === undefined ? undefined : address(resolved(to) as Route, { notice: resolved(notice) });
}
