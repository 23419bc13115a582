import type { Json } from "@/server/canonical";
import type { JobKind } from "@/server/jobs/job";
import { enqueue } from "@/server/jobs/queries";
import { leewayAddress } from "@/server/mail/address";
import { findNextDaytime } from "@/server/mail/delivery-queries";
import { asTyped } from "@/server/mail/letter";
import type { Mail } from "@/server/mail/mail";
import { sendMail } from "@/server/mail/send";
import { type LeaderLetterAbout, listLeaderReaders } from "./letter-queries";
import { findProposal, type ProposalRow } from "./queries";

type Payload = { about: LeaderLetterAbout; proposalId: string; personId?: string };

/** Without a reader it queues one letter for each, in the daytime; with one it sends theirs, composed now. */
export const leaderLetters: JobKind = async ({ database, payload }) => {
  const { about, proposalId, personId } = payload as Payload;
  const readers = await listLeaderReaders(database, about, proposalId);
  if (!personId) {
    const runAt = await findNextDaytime(database);
    for (const reader of readers) {
      const key = `letters of a leader ${about} ${proposalId} ${reader.personId}`;
      const one = { about, proposalId, personId: reader.personId } satisfies Json;
      await enqueue(database, { kind: "letters of a leader", key, payload: one, runAt });
    }
    return;
  }
  const reader = readers.find((candidate) => candidate.personId === personId);
  const proposal = reader && (await findProposal(database, personId, proposalId));
  if (reader && proposal)
    await sendMail({ ...letterOf(about, proposal, reader.email), once: `leader.${about}.${proposalId}.${personId}` });
};

function letterOf(about: LeaderLetterAbout, it: ProposalRow, to: string): Mail {
  const forAdministrators = about === "declined" || (about === "proposed" && it.leaders.length === 0);
  const page = forAdministrators ? `/admin/${it.systemId}/people/${it.personId}` : `/leaders/${it.id}`;
  const link = new URL(page, leewayAddress()).href;
  const leader = asTyped([it.name, it.job].filter(Boolean).join(", "));
  const { subject, said } = {
    proposed: {
      subject: "Somebody is to answer for",
      said: `${it.proposedBy} says that this person is to answer for it:\n  ${leader}\nUntil a second person confirms it, they only work there.`,
    },
    confirmed: {
      subject: "Somebody new answers for",
      said: `${it.decided?.by} confirmed that this person answers for it, as ${it.proposedBy} said:\n  ${leader}`,
    },
    declined: {
      subject: "Somebody does not answer for",
      said: `${it.decided?.by} declined that this person answers for it:\n  ${asTyped(it.name)}\nWhy:\n  ${asTyped(it.decided?.reason ?? "")}`,
    },
  }[about];
  const why = forAdministrators ? "you look after people here" : `you answer for ${it.organisation}`;
  return {
    to,
    subject: `${subject} ${it.organisation}`,
    text: `${it.organisation}\n${said}\n\n${link}\n\nYou get this because ${why}.`,
    inShort: link,
  };
}
