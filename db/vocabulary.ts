/** Every closed list of the product. It imports nothing, so that pages, rules and tables can share it. */

export const organisationKinds = [
  "acute",
  "community",
  "mental health",
  "ambulance",
  "general practice",
  "council",
  "care provider",
  "charity",
  "integrated care board",
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** A leader answers for the organisation; a member belongs to it. */
export const leaderDecisions = ["confirmed", "declined"] as const;
export type LeaderDecision = (typeof leaderDecisions)[number];

export const membershipRoles = ["member", "leader"] as const;
export type MembershipRole = (typeof membershipRoles)[number];

export const seatRoles = ["chair", "secretary", "member", "deputy", "observer"] as const;
export type SeatRole = (typeof seatRoles)[number];

export const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
export type Weekday = (typeof weekdays)[number];

/** Which of a month's Thursdays, for example. Some months have a fifth, so "last" is a separate choice. */
export const weeksOfMonth = ["first", "second", "third", "fourth", "last"] as const;
export type WeekOfMonth = (typeof weeksOfMonth)[number];

export const meetingFrequencies = ["every week", "every second week", "every month", "no fixed day"] as const;
export type MeetingFrequency = (typeof meetingFrequencies)[number];

/** When a board meets; server/boards/meeting-rule.ts computes the days. Times are London time, such as "14:00". */
export type MeetingRule =
  | ({ frequency: "every week" } & MeetingHours)
  | ({ frequency: "every second week" /** A day on which it meets. */; countedFrom: string } & MeetingHours)
  | ({ frequency: "every month"; week: WeekOfMonth } & MeetingHours)
  | { frequency: "no fixed day" };
type MeetingHours = { weekday: Weekday; startTime: string; endTime: string };

/** The stages of care at which a problem starts or shows. */
export const pathwayStages = [
  "home",
  "general practice",
  "community",
  "ambulance",
  "front door",
  "ward",
  "discharge",
  "social care",
  "planned care",
  "crisis care",
] as const;
export type PathwayStage = (typeof pathwayStages)[number];

/** The acts of people (or a stop rule) on an experiment. Its stage is computed from these and its permissions. */
export const turns = ["started", "paused", "resumed", "stopped", "concluded"] as const;
export type Turn = (typeof turns)[number];

/** Computed, never stored. */
export const stages = [
  "idea",
  "asked",
  "permitted",
  "running",
  "paused",
  "permission ended",
  "terms changed",
  "nobody answers",
  "ended",
] as const;
export type Stage = (typeof stages)[number];

export const conclusionOutcomes = ["adopt", "adapt", "abandon", "cannot tell", "stopped early"] as const;
export type ConclusionOutcome = (typeof conclusionOutcomes)[number];

export const riskDomains = ["quality and safety", "people", "finance", "regulation", "reputation", "service"] as const;
export type RiskDomain = (typeof riskDomains)[number];

/** The parts of what leaders are asked, each with its own right to edit: server/experiments/terms-parts.ts. */
export const termsParts = ["words", "team", "risks", "measures", "dips", "stop rules", "request"] as const;
export type TermsPart = (typeof termsParts)[number];

/** What people are notified of by letter; server/mail/letter.ts defines the recipients and texts. */
export const newsKinds = [
  "asked",
  "answered",
  "question",
  "replied",
  "accepted",
  "taken back",
  "withdrawn",
  "paused",
  "decided",
  "mended",
  "went on",
  "stopped",
  "board asked",
  "board answered",
  "concluded",
  "terms changed",
] as const;
export type NewsKind = (typeof newsKinds)[number];

export const permissionAnswers = ["yes", "yes with conditions", "question", "not this time"] as const;
export type PermissionAnswer = (typeof permissionAnswers)[number];

/** What a leader of a carrying organisation can decide while an experiment is paused. */
export const pauseDecisions = ["keep paused", "end permission", "go on"] as const;
export type PauseDecision = (typeof pauseDecisions)[number];

/** How many days before a permission ends the team and the leader are reminded. */
export const reminderDays = [14, 7, 1] as const;

/** A safety rule pauses at once; a talk rule starts a conversation. */
export const stopRuleKinds = ["safety", "talk"] as const;
export type StopRuleKind = (typeof stopRuleKinds)[number];

export const measureDirections = ["up", "down", "neither"] as const;
export type MeasureDirection = (typeof measureDirections)[number];

export const measureRhythms = ["day", "week", "month"] as const;
export type MeasureRhythm = (typeof measureRhythms)[number];

/** How the system's value is computed: contributors' values summed, or numerators over denominators (as a percentage or ratio). */
export const measureCountings = ["value", "count", "percentage", "ratio"] as const;
export type MeasureCounting = (typeof measureCountings)[number];

/** The part a measure plays on one experiment. */
export const measureRoles = ["outcome", "process", "balancing"] as const;
export type MeasureRole = (typeof measureRoles)[number];

export const reviewAnswers = ["go on", "change", "stop", "spread", "more needed"] as const;
export type ReviewAnswer = (typeof reviewAnswers)[number];

/** Why someone pressed "Something is wrong". */
export const pressedReasons = ["a stop rule was met", "someone could be harmed", "something else"] as const;

/** Why it is paused: by somebody who pressed it, by a stop rule, or by a board. */
export const pauseReasons = [...pressedReasons, "a board said stop"] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** What a team does after a plan, do, study, act cycle. */
export const pdsaActs = ["adopt", "adapt", "abandon"] as const;
export type PdsaAct = (typeof pdsaActs)[number];

/** Presets of chart settings, see server/measures/spc/settings.ts. */
export const chartPresets = ["NHS England tools", "NHSRplotthedots"] as const;
export type ChartPreset = (typeof chartPresets)[number];

/**
 * What a chart treats as common-cause variation: how far results move from one to the next (XmR), or chance, in counts
 * (p, u and c charts) and in the time between rare events (t and g charts). See server/measures/spc/kinds.ts.
 */
export const chartKinds = ["XmR", "p", "u", "c", "t", "g"] as const;
export type ChartKind = (typeof chartKinds)[number];

/** The state of an upload: read, its rows checked one by one, saved or cancelled. */
export const uploadStates = ["read", "checking", "checked", "saving", "saved", "called off"] as const;
export type UploadState = (typeof uploadStates)[number];

/** What is kept of a person when it changes (db/schema/former-names.ts). */
export const formerNameFields = ["name", "job"] as const;
