import { z } from "zod";
import { membershipRoles } from "@/db/vocabulary";
import { emailAddress, nameOfPerson } from "@/server/auth/input";
import { day, optionalLine, requiredChoice, requiredLine, requiredText, searchWords } from "@/server/text";
import { whoIsIt } from "./who-is-it";

const inOrder = ({ fromOn, endsOn }: { fromOn: string; endsOn?: string }) => !endsOn || fromOn <= endsOn;
const outOfOrder = { path: ["endsOn"], message: "The last day comes before the first. Change one of them." };

export const onePerson = z.object({ personId: z.uuid("We could not find that person.") });
export const oneMembership = onePerson.extend({ membershipId: z.uuid("We could not find that membership.") });

const membership = {
  organisationId: z.uuid("Choose where they work."),
  team: optionalLine(200).transform((team) => team?.trim()),
  role: requiredChoice(membershipRoles, "Choose whether they answer for the organisation."),
  fromOn: day("Enter the first day."),
  endsOn: day("Enter the last day.").optional(),
};

export const whoIsInvited = {
  name: nameOfPerson("Enter their name."),
  email: emailAddress,
  job: optionalLine(200).transform((job) => job?.trim()),
};

export const invitePersonInput = z.object({ ...whoIsInvited, ...membership, whoIsIt }).refine(inOrder, outOfOrder);
export const addMembershipInput = z.object(membership).refine(inOrder, outOfOrder);
export const endMembershipInput = z.object({ lastOn: day("Enter their last day.") });
const why = requiredLine("Enter why, in a few words.", 500).transform((reason) => reason.trim());
export const linkInput = z.object({ email: emailAddress, reason: why });
export const unlinkInput = z.object({ reason: why });
export const differentInput = z.object({ otherId: onePerson.shape.personId });
export const renamePersonInput = z.object({
  name: whoIsInvited.name,
  job: whoIsInvited.job,
  reason: requiredText("Say why, so that colleagues understand it later."),
});
export const peopleFilters = z.object({
  q: searchWords,
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
