import { z } from "zod";
import { organisationKinds } from "@/db/terms";
import { day, oneOfWords, words } from "@/server/text";

export const addOrganisationsInput = z.object({
  list: words("Paste at least one line, such as Penwick Council, PWC, council.", 200_000),
});

export const editOrganisationInput = z.object({
  name: words("Enter the organisation's name.", 200).transform((name) => name.trim()),
  shortName: words("Enter what people call it, such as PWC.", 40).transform((name) => name.trim()),
  kind: oneOfWords(organisationKinds, "Choose what kind of organisation it is."),
  toOn: day("Enter the last day.").optional(),
});
