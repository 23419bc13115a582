import { z } from "zod";
import { organisationKinds } from "@/db/vocabulary";
import { day, requiredChoice, requiredLine, requiredText } from "@/server/text";

export const addOrganisationsInput = z.object({
  list: requiredText("Paste at least one line, such as Penwick Council, PWC, council.", 200_000),
});

export const editOrganisationInput = z.object({
  name: requiredLine("Enter the organisation's name.", 200).transform((name) => name.trim()),
  shortName: requiredLine("Enter what people call it, such as PWC.", 40).transform((name) => name.trim()),
  kind: requiredChoice(organisationKinds, "Choose what kind of organisation it is."),
  endsOn: day("Enter the last day.").optional(),
  /** Who takes over what it carries; the lead organisation of each experiment where it is left out. */
  successorId: z.uuid("Choose an organisation of this system.").optional(),
});
