import type { Json } from "@/server/canonical";
import type { JobKind } from "@/server/jobs/job";
import { enqueue } from "@/server/jobs/queries";
import { leewayAddress } from "@/server/mail/address";
import { findNextDaytime } from "@/server/mail/delivery-queries";
import { letterKind, letterTo } from "@/server/mail/letter";
import { findNews, listReaders, type NewsSource } from "@/server/mail/news-queries";
import { sendMail } from "@/server/mail/send";

/** Enqueues one e-mail per reader, once: stops at once, others in the daytime. */
export const enqueueLetters: JobKind = async ({ database, payload }) => {
  const source = payload as NewsSource;
  const news = await findNews(database, source);
  if (!news) return;
  const runAt = letterKind(news.about).atOnce ? undefined : await findNextDaytime(database);
  for (const { personId } of await listReaders(database, news)) {
    const key = ["letter", ...Object.values(source), personId].join(" ");
    await enqueue(database, { kind: "letter", key, payload: { of: source, personId } satisfies Json, runAt });
  }
};

/** Sends one e-mail, composed now: none if the person has left or it no longer applies. */
export const sendLetter: JobKind = async ({ database, payload }) => {
  const { of: source, personId } = payload as { of: NewsSource; personId: string };
  const news = await findNews(database, source);
  const reader = news && (await listReaders(database, news)).find((candidate) => candidate.personId === personId);
  if (!news || !reader) return;
  const once = [...Object.values(source), personId].join(".");
  await sendMail({ ...letterTo(reader, news, leewayAddress()), once });
};
