import { z } from "zod";
import { conclusionOutcomes, pathwayStages, pressedReasons, stages } from "@/db/vocabulary";
import { optionalText, requiredChoice, requiredLine, requiredText, searchWords, storableText } from "@/server/text";

const pathway = z
  .enum(pathwayStages)
  .nullish()
  .transform((stage) => stage ?? null);

const ideaFields = {
  problem: requiredText("Say what bothers you"),
  changeIdea: requiredText("Say what you would try"),
  place: requiredLine("Say where, such as a ward, a practice or a street", 200),
};
const takingPart = z.array(z.uuid()).max(60, "Choose at most 60 organisations");
const editFields = {
  ...ideaFields,
  title: requiredLine("Give it a name that people will recognise", 120),
  takingPart,
  aim: optionalText(),
  prediction: optionalText(),
  predictionBecause: optionalText(),
  startsAt: pathway,
  showsAt: pathway,
  /** Whether it can be undone at any time; unchanged if absent. */
  reversible: z.boolean().nullable().optional(),
  /** Planned length in weeks. */
  plannedWeeks: z
    .number({ error: "Enter a whole number of weeks, such as 6" })
    .int("Enter a whole number of weeks, such as 6")
    .min(1, "Enter 1 or more")
    .max(104, "Enter 104 or fewer")
    .nullable()
    .optional(),
};

/** An idea and its lead organisation. */
export const noteInput = z.object({
  ...ideaFields,
  leadOrganisationId: z.uuid("Choose the organisation that leads it"),
});

/** An idea with optional details. */
export const registerInput = noteInput.extend(z.object(editFields).partial().shape).extend(ideaFields);
export type RegisterInput = z.infer<typeof registerInput>;

export const editInput = z.object({ ...editFields, version: z.number().int() });
export type EditInput = z.infer<typeof editInput>;

export const addTeamMemberInput = z.object({ personId: z.uuid("Choose a person"), leads: z.boolean().default(false) });
export const endTeamMembershipInput = z.object({ personId: z.uuid() });

/** Stopping is never blocked by validation: the reason may follow later. */
export const pauseInput = z.object({
  pauseReason: z.enum(pressedReasons).catch("something else"),
  reason: z
    .string()
    .catch("")
    .transform((text) => storableText(text)),
});
export const resumeInput = z.object({ reason: requiredText("Say what was done about it, so that it can go on") });
export const stopInput = z.object({ reason: requiredText("Say why it stops. A sentence is enough") });

export const concludeInput = z.object({
  outcome: requiredChoice(conclusionOutcomes, "Choose how it ends"),
  whatHappened: requiredText("Say what happened, compared with what you expected"),
  learned: requiredText("Say what you learned, in a sentence or two"),
  goalsMet: optionalText(),
  tradeOffs: optionalText(),
  unpleasantSurprises: optionalText(),
  pleasantSurprises: optionalText(),
  tellNextTeam: optionalText(),
  changeStops: z.boolean({ error: "Choose whether the change stops" }),
  measuringStops: z.boolean({ error: "Choose whether measuring stops" }),
});
export type ConcludeInput = z.infer<typeof concludeInput>;

/** The register's filters, as in the address. */
export const experimentFilters = z.object({
  q: searchWords,
  stage: z.enum(stages).optional().catch(undefined),
  organisation: z.uuid().optional().catch(undefined),
  pathway: z.enum(pathwayStages).optional().catch(undefined),
  mine: z.literal("yes").optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type ExperimentFilters = z.infer<typeof experimentFilters>;
