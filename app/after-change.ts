import type { Route } from "next";
import { address } from "./address";
import type { NoticeCode } from "./notices";

/** The value, or a function of the server's answer and what was sent. */
type OrFrom<Answer, Sent, Thing> = Thing | ((answer: Answer, sent: Sent) => Thing);

type To<Answer, Sent, Address> = { to: OrFrom<Answer, Sent, Address> };
type AndNotice<Answer, Sent> = { notice?: OrFrom<Answer, Sent, NoticeCode | undefined> };

/** Where a saved change leads and which notice is shown there. Without it, the page is refreshed in place. */
export type AfterChange<Answer, Sent, Address extends string> =
  | (To<Answer, Sent, Address extends Route<Address> ? Address : never> & AndNotice<Answer, Sent>)
  | { to?: undefined; notice?: undefined };

export function addressAfter<Answer, Sent>(
  { to, notice }: Partial<To<Answer, Sent, string>> & AndNotice<Answer, Sent>,
  answer: Answer,
  sent: Sent,
): Route | undefined {
  const workedOut = <Thing>(thing: OrFrom<Answer, Sent, Thing>) =>
    thing instanceof Function ? thing(answer, sent) : thing;
  return to === undefined ? undefined : address(workedOut(to) as Route, { notice: workedOut(notice) });
}
