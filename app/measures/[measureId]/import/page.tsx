import type { Metadata } from "next";
import { BackLink } from "@/app/ui/back-link";
import { Link } from "@/app/ui/link";
import { PageTitle } from "@/app/ui/page-title";
import { api } from "@/server/caller";
import { londonDay } from "@/server/days";
import { dayInWords } from "@/server/format";
import { isDivided } from "@/server/measures/part";
import { ChooseFileForm } from "./choose-file-form";
import { PasteForm } from "./paste-form";

export const metadata: Metadata = { title: "Add results from a spreadsheet" };

export default async function ImportPage({ params }: PageProps<"/measures/[measureId]/import">) {
  const { measureId } = await params;
  const [{ name, counting }, { mayLog, unfinished }] = await Promise.all([
    api.measures.find({ measureId }),
    api.imports.start({ measureId }),
  ]);
  const valueColumns = isDivided(counting) ? ", how many, and out of how many" : " and a result";
  return (
    <>
      <BackLink href={`/measures/${measureId}`}>{name}</BackLink>
      <main>
        <PageTitle caption={<span dir="auto">{name}</span>}>Add results from a spreadsheet</PageTitle>
        {!mayLog && <p>Results come from people who work at the organisations that contribute, or with them.</p>}
        {unfinished.length > 0 && (
          <>
            <h2 className="nhsuk-heading-m">Not finished yet</h2>
            <ul className="nhsuk-list">
              {unfinished.map(({ id, fileName, uploadedAt }) => (
                <li key={id}>
                  <Link className="inline-block py-2" href={`/measures/${measureId}/import/${id}`} dir="auto">
                    {fileName}
                  </Link>{" "}
                  from {dayInWords(londonDay(uploadedAt))}
                </li>
              ))}
            </ul>
          </>
        )}
        {mayLog && (
          <>
            <p>
              Each row has a period{valueColumns}. The first row names the columns. You see everything before it is
              saved.
            </p>
            <ChooseFileForm measureId={measureId} />
            <PasteForm measureId={measureId} />
          </>
        )}
      </main>
    </>
  );
}
