import type { Plain } from "@/server/canonical";
import type { Kind } from "@/server/jobs/kinds";
import { askFor } from "@/server/jobs/queries";
import { aboutOf, letterTo } from "@/server/mail/letter";
import { findNews, findNow, listReaders, type NewsOf } from "@/server/mail/news-queries";
import { sendMail } from "@/server/mail/send";
import { wakingMoment } from "@/server/mail/waking";

/** Something happened that people are told of: one letter each, asked for once. A stop is told at once, the rest by day. */
export const tellNews: Kind = async ({ database, payload }) => {
  const of = payload as NewsOf;
  const news = await findNews(database, of);
  if (!news) return;
  const runAt = aboutOf(news.about).atOnce ? undefined : wakingMoment(await findNow(database)).toISOString();
  for (const { personId } of await listReaders(database, news)) {
    const key = ["letter", ...Object.values(of), personId].join(" ");
    await askFor(database, { kind: "letter", key, payload: { of, personId } satisfies Plain, runAt });
  }
};

/** One letter to one person, written when it leaves: whoever has left since gets none, and what is over is not told. */
export const sendLetter: Kind = async ({ database, payload }) => {
  const { of, personId } = payload as { of: NewsOf; personId: string };
  const news = await findNews(database, of);
  const reader = news && (await listReaders(database, news)).find((one) => one.personId === personId);
  if (!news || !reader) return;
  const once = [...Object.values(of), personId].join(".");
  await sendMail({ ...letterTo(reader, news, process.env.NEXTAUTH_URL ?? "http://localhost:3000"), once });
};
