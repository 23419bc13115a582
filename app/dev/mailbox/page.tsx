import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Card } from "@/app/ui/card";
import { EmptyState } from "@/app/ui/empty-state";
import { PageTitle } from "@/app/ui/page-title";
import { momentInWords } from "@/server/format";
import { hasMailbox, listMailbox } from "@/server/mail/mailbox";

const title = "Letters that were sent";

export function generateMetadata(): Metadata {
  if (!hasMailbox()) notFound();
  return { title };
}

/** For developers: the letters that would have been sent. The page exists only under `npm run dev`. */
export default function MailboxPage() {
  if (!hasMailbox()) notFound();
  const letters = listMailbox();
  return (
    <main>
      <PageTitle>{title}</PageTitle>
      {letters.length === 0 && (
        <EmptyState>None since the server started. Ask for a sign-in link to see one.</EmptyState>
      )}
      {letters.map((letter) => (
        <Card key={`${letter.at} ${letter.to} ${letter.subject}`} title={letter.subject}>
          <p>
            To {letter.to}, {momentInWords(letter.at)}
          </p>
          <p className="whitespace-pre-wrap wrap-anywhere">{withLinks(letter.text)}</p>
        </Card>
      ))}
    </main>
  );
}

const withLinks = (text: string) =>
  text.split(/(https?:\/\/\S+)/).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <a key={part} href={part}>
        {part}
      </a>
    ),
  );
