import { leewayAddress } from "@/server/mail/address";
import { asTyped } from "@/server/mail/letter";
import { lettersToEach } from "@/server/mail/letters-to-each";
import type { Mail } from "@/server/mail/mail";
import { type LeaderLetterAbout, listLeaderReaders } from "./letter-queries";
import { findProposal, type ProposalRow } from "./queries";

export const leaderLetters = lettersToEach(
  "letters of a leader",
  async (db, { about, proposalId }: { about: LeaderLetterAbout; proposalId: string }) => {
    const readers = await listLeaderReaders(db, about, proposalId);
    const [first] = readers;
    const proposal = first && (await findProposal(db, first.personId, proposalId));
    if (!proposal) return [];
    return readers.map(({ personId, email }) => ({ personId, mail: letterOf(about, proposal, email) }));
  },
);

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
