import type { Json } from "@/server/canonical";
import type { JobKind } from "@/server/jobs/job";
import { enqueue } from "@/server/jobs/queries";
import { nextDaytime } from "@/server/mail/daytime";
import { letterKind, letterTo } from "@/server/mail/letter";
import { findNews, findNow, listReaders, type NewsOf } from "@/server/mail/news-queries";
import { sendMail } from "@/server/mail/send";

/** Something happened that people are told of: one letter each, asked for once. A stop is told at once, the rest by day. */
export const tellNews: JobKind = async ({ database, payload }) => {
  const of = payload as NewsOf;
  const news = await findNews(database, of);
  if (!news) return;
  const runAt = letterKind(news.about).atOnce ? undefined : nextDaytime(await findNow(database)).toISOString();
  for (const { personId } of await listReaders(database, news)) {
    const key = ["letter", ...Object.values(of), personId].join(" ");
    await enqueue(database, { kind: "letter", key, payload: { of, personId } satisfies Json, runAt });
  }
};

/** One letter to one person, written when it leaves: whoever has left since gets none, and what is over is not told. */
export const sendLetter: JobKind = async ({ database, payload }) => {
  const { of, personId } = payload as { of: NewsOf; personId: string };
  const news = await findNews(database, of);
  const reader = news && (await listReaders(database, news)).find((one) => one.personId === personId);
  if (!news || !reader) return;
  const once = [...Object.values(of), personId].join(".");
  await sendMail({ ...letterTo(reader, news, process.env.NEXTAUTH_URL ?? "http://localhost:3000"), once });
};
