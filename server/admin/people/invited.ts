import type { Transaction } from "@/db/client";
import { refuse } from "@/server/errors";
import type { MoreOfAct } from "@/server/journal/queries";
import type { Administrator } from "@/server/policy";
import { fromLeeway, type Sentence } from "@/server/typed-words";
import { listLikelyAccounts } from "./likely-queries";
import { linkAndTell } from "./link-procedures";
import { keepDifferent } from "./link-queries";
import { findOrAddPerson } from "./queries";
import { readWhoIsIt, whyNotInvite } from "./who-is-it";

type Gate = {
  db: Transaction;
  person: { id: string; name: string };
  administrator: Administrator;
  journal: (act: Sentence, more?: MoreOfAct) => unknown;
};
type Invited = { name: string; email: string; job: string | undefined; whoIsIt?: string | undefined };

/** Whom an invitation is for: the account of that address, a likely one, or a new one, as the administrator says (rule I6). */
export async function findWhoIsInvited({ db, person: by, administrator, journal }: Gate, input: Invited) {
  const likely = await listLikelyAccounts(db, administrator, input);
  const answer = readWhoIsIt(input.whoIsIt);
  const why = whyNotInvite(answer, likely);
  if (why) refuse(why);
  const known = likely.find(({ id }) => answer && "personId" in answer && id === answer.personId);
  if (known && answer?.is === "same") return known;
  const invited = await findOrAddPerson(db, input);
  if (known) {
    const reason = "said so when the second account was invited";
    await linkAndTell(db, { administrator, by }, { person: invited, other: known }, reason);
    journal(fromLeeway(`linked the accounts of ${invited.name} and ${known.name}, as one person's: ${reason}`), {
      details: { linked: [invited.id, known.id] },
    });
    return invited;
  }
  for (const other of likely) await keepDifferent(db, invited.id, other.id, by.id);
  if (likely.length > 0)
    journal(fromLeeway(`said that ${invited.name} is somebody else than ${likely.map((one) => one.name).join(", ")}`));
  return invited;
}
