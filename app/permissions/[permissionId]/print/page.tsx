import type { Metadata } from "next";
import "./sheet.css";
import { BackLink } from "@/app/ui/back-link";
import { PageTitle } from "@/app/ui/page-title";
import { TypedWords } from "@/app/ui/typed-words";
import { api } from "@/server/caller";
import { findSignedInPerson } from "@/server/context";
import { momentInWords } from "@/server/format";
import { FullText } from "./full-text";
import { fitSheetToPage, leftOffInWords } from "./page-fit";
import { PrintButton } from "./print-button";
import { SheetChart } from "./sheet-chart";

export const metadata: Metadata = { title: "Permission on one page" };

/** The record on one A4 page in black and white: who decided what, when, knowing what, and what happened. */
export default async function PrintPage({ params }: PageProps<"/permissions/[permissionId]/print">) {
  const { permissionId } = await params;
  const record = await api.permissions.record({ permissionId });
  const person = await findSignedInPerson();
  const address = `${new URL(`/permissions/${permissionId}`, process.env.NEXTAUTH_URL)}`;
  const hash = `SHA-256 of the exact words: ${record.hash}`;
  const printed = `Printed by ${person?.name} on ${momentInWords(new Date())}. ${address}`;
  const { sheet, textSize } = fitSheetToPage(record, [hash, printed]);
  const leftOff = leftOffInWords(sheet);
  const [first] = record.figures;
  return (
    <>
      <BackLink href={`/permissions/${permissionId}`}>the record</BackLink>
      <div className="mt-4 print:hidden">
        <PrintButton />
      </div>
      <main className="sheet" data-text-size={textSize}>
        <PageTitle caption={<span dir="auto">{record.title}</span>}>Permission on one page</PageTitle>
        <p>{sheet.asked}</p>
        <h2>The words agreed</h2>
        <dl>
          {sheet.terms.map(({ term, parts }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd dir="auto">
                <TypedWords of={parts} />
              </dd>
            </div>
          ))}
        </dl>
        {leftOff && <p>{leftOff}</p>}
        <h2>Who decided, knowing what</h2>
        <ul>
          {sheet.decided.map((sentence) => (
            <li key={sentence} dir="auto">
              {sentence}
            </li>
          ))}
        </ul>
        {first && <SheetChart record={record} figure={first} />}
        <h2>What happened</h2>
        <ul>
          {sheet.happened.map((sentence) => (
            <li key={sentence} dir="auto">
              {sentence}
            </li>
          ))}
        </ul>
        <footer>
          <p className="sheet-hash">{hash}</p>
          <p>{printed}</p>
        </footer>
        {sheet.wholeFollows && <FullText record={record} />}
      </main>
    </>
  );
}
