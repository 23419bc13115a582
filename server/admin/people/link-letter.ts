import type { JobKind } from "@/server/jobs/job";
import { leewayAddress } from "@/server/mail/address";
import { findEmail } from "@/server/mail/delivery-queries";
import { asTyped } from "@/server/mail/letter";
import { sendMail } from "@/server/mail/send";
import type { LinkLetter } from "./link-queries";

const happened = {
  linked: {
    subject: "Your account is linked with another",
    said: "said that you and this account are one person:",
    means: "What one may not answer, the other may not either. If it is not you, tell whoever looks after your system.",
  },
  unlinked: {
    subject: "Your account is linked no longer",
    said: "said that you and this account are two people:",
    means: "What was registered until now still counts for both.",
  },
} as const;

/** Both people hear of a link and of its end (rule I6). */
export const sendLinkLetter: JobKind = async ({ database, payload }) => {
  const { personId, about, others, by, reason } = payload as LinkLetter;
  const to = await findEmail(database, personId);
  if (!to) return;
  const { subject, said, means } = happened[about];
  const link = new URL("/settings", leewayAddress()).href;
  const typed = `  ${asTyped(others.join(", "))}\nWhy:\n  ${asTyped(reason)}`;
  await sendMail({ to, subject, text: `${by} ${said}\n${typed}\n${means}\n\n${link}`, inShort: link });
};
