import type { Metadata } from "next";
import { BackLink } from "@/app/ui/back-link";
import { Link } from "@/app/ui/link";
import { PageTitle } from "@/app/ui/page-title";
import { Sentences } from "@/app/ui/sentences";
import { api } from "@/server/caller";
import { pluralise } from "@/server/format";
import { FEW_ROWS } from "@/server/imports/limits";
import { CallOffButton } from "./call-off-button";
import { Checked } from "./checked";
import { Preview } from "./preview";
import { Progress } from "./progress";

export const metadata: Metadata = { title: "Results from a spreadsheet" };

export default async function UploadPage({ params }: PageProps<"/measures/[measureId]/import/[uploadId]">) {
  const { measureId, uploadId } = await params;
  const [measure, upload] = await Promise.all([
    api.measures.find({ measureId }),
    api.imports.find({ measureId, uploadId }),
  ]);
  const { state, fileName, rowCount } = upload;
  return (
    <>
      <BackLink href={`/measures/${measureId}/import`}>Add results from a spreadsheet</BackLink>
      <main>
        <PageTitle caption={<span dir="auto">{measure.name}</span>}>Results from a spreadsheet</PageTitle>
        <p>
          <span dir="auto">{fileName}</span>, {pluralise(rowCount, "row")}
        </p>
        {state === "read" && <Preview measure={measure} upload={upload} />}
        {(state === "checking" || state === "saving") && (
          <Progress
            target={{ measureId, uploadId }}
            start={{ state, doneRows: upload.doneRows, toDo: upload.toDo }}
            letter={rowCount > FEW_ROWS}
          />
        )}
        {state === "checked" && <Checked measure={measure} upload={upload} />}
        {state === "saved" && (
          <div className="mb-6 border-2 border-l-8 border-green bg-white p-4 [&>:last-child]:mb-0">
            <h2 className="nhsuk-heading-m mb-2">Saved</h2>
            <Sentences of={upload.said ?? []} />
          </div>
        )}
        {state === "called off" && <p>You called this off. Nothing was saved.</p>}
        {state === "saved" || state === "called off" ? (
          <p>
            <Link className="inline-block py-2" href={`/measures/${measureId}`}>
              See the chart
            </Link>
          </p>
        ) : (
          <CallOffButton target={{ measureId, uploadId }} />
        )}
      </main>
    </>
  );
}
