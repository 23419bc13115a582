import type { Transaction } from "@/db/client";
import { asPerson } from "@/db/tenant-transaction";
import { pluralise } from "@/server/format";
import { enqueue } from "@/server/jobs/queries";
import { leewayAddress } from "@/server/mail/address";
import { findEmail, findNextDaytime } from "@/server/mail/delivery-queries";
import { asTyped } from "@/server/mail/letter";
import type { Mail } from "@/server/mail/mail";
import { sendMail } from "@/server/mail/send";
import { findMeasure } from "@/server/measures/queries";
import { findWho } from "@/server/people/queries";
import { FEW_ROWS } from "./limits";
import { findUpload, type Upload } from "./queries";
import { ifUploadExists } from "./upload-job";
import type { UploadJob } from "./worker-tasks";

type Done = "checked" | "saved";

/** Minutes to wait: somebody still on the page sees the result there and needs no letter. */
const DELAY_MINUTES = 5;

/** Queues an e-mail to the uploader of a long import, once for each finished step, in the daytime. */
export async function enqueueUploadLetter(tx: Transaction, upload: Upload, done: Done): Promise<void> {
  if (upload.rowCount <= FEW_ROWS) return;
  const { id: uploadId, uploadedBy: personId, measureId } = upload;
  const version = upload.version + 1; // the finished step increments it
  await enqueue(tx, {
    kind: "letter of an upload",
    key: `letter of an upload ${uploadId} ${version}`,
    payload: { personId, measureId, uploadId, done, version },
    runAt: await findNextDaytime(tx, { afterMinutes: DELAY_MINUTES }),
  });
}

/** Composed when it is sent: no letter if the upload has moved on or the person may no longer see it. */
export const sendUploadLetter = ifUploadExists(async ({ database, payload }) => {
  const { personId, measureId, uploadId, done, version } = payload as UploadJob & { done: Done; version: number };
  const to = await findEmail(database, personId);
  if (!to) return;
  const letter = await asPerson(database, personId, async (tx) => {
    const upload = await findUpload(tx, await findWho(tx, personId), measureId, uploadId);
    if (upload.state !== done || upload.version !== version) return null;
    return letterOf(upload, (await findMeasure(tx, measureId)).name, to);
  });
  if (letter) await sendMail({ ...letter, once: `${uploadId}.${version}` });
});

function letterOf({ id, measureId, fileName, state, found, said }: Upload, measure: string, to: string): Mail {
  const link = new URL(`/measures/${measureId}/import/${id}`, leewayAddress()).href;
  const happened =
    state === "saved"
      ? (said ?? [])
      : [
          `${pluralise((found?.good ?? 0) + (found?.different ?? 0), "row")} can be saved.`,
          "Nothing is saved until you say so. We keep the rows for 7 days.",
        ];
  const why = "You get this because you added these results.";
  return {
    to,
    subject: `${state === "saved" ? "Your results are saved" : "Your rows are checked"}: ${asTyped(measure)}`,
    text: `${asTyped(fileName)}\n${happened.join("\n")}\n\n${link}\n\n${why}`,
    inShort: link,
  };
}
