import { z } from "zod";
import { membershipRoles } from "@/db/terms";
import { emailAddress } from "@/server/auth/input";
import { day, oneOfWords, optionalWords, words } from "@/server/text";

const inOrder = ({ fromOn, toOn }: { fromOn: string; toOn?: string }) => !toOn || fromOn <= toOn;
const outOfOrder = { path: ["toOn"], message: "The last day comes before the first. Change one of them." };

const membership = {
  organisationId: z.uuid("Choose where they work."),
  team: optionalWords(200).transform((team) => team.trim()),
  role: oneOfWords(membershipRoles, "Choose whether they answer for the organisation."),
  fromOn: day("Enter the first day."),
  toOn: day("Enter the last day.").optional(),
};

export const whoIsInvited = {
  name: words("Enter their name.", 200).transform((name) => name.trim()),
  email: emailAddress,
  job: optionalWords(200).transform((job) => job.trim()),
};

export const invitePersonInput = z.object({ ...whoIsInvited, ...membership }).refine(inOrder, outOfOrder);
export const addMembershipInput = z.object(membership).refine(inOrder, outOfOrder);
export const endMembershipInput = z.object({ lastOn: day("Enter their last day.") });
export const peopleFilters = z.object({
  q: z.string().trim().max(200).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
