import { withPoints, withSeries } from "../measure";

/** Getting through to a practice, and asking a specialist instead of referring. */
export const generalPractice = {
  E01: withSeries("E01", {
    counting: "percentage",
    from: "TWP",
    loggedBy: "farhan",
    operationalDefinition:
      "Of the people who rang for the same day, Monday to Friday, those a clinician rang back before 11am.",
  }),
  "ae-arrivals-three-weirs": withPoints({
    name: "A&E arrivals from Three Weirs practices",
    unit: "a week",
    direction: "down",
    counting: "count",
    from: [{ from: "MDH" }, { from: "QUH" }],
    loggedBy: "wren",
    operationalDefinition:
      "People registered with the 7 practices who came to either A&E by themselves, Monday to Sunday.",
  }),
  "overtime-three-weirs": withPoints(
    {
      name: "Staff overtime in Three Weirs practices",
      unit: "hours a week",
      direction: "down",
      counting: "value",
      decimals: 1,
      from: "TWP",
      loggedBy: "farhan",
      operationalDefinition: "Paid and unpaid hours beyond the rota, all staff of the 7 practices, per practice.",
    },
    { from: "2026-02-09", values: [3.5, 4, 5.5, 4.5, 6.5, 5, 4, 4.5, 5, 3.5, 4, 4.5, 4] },
  ),
  E02: withSeries("E02", {
    counting: "value",
    from: "TWP",
    loggedBy: "farhan",
    operationalDefinition: "Days from asking for a routine appointment to having it, middle value of the week.",
  }),
  "calls-away-from-own-practice": withPoints({
    name: "Calls handled away from the own practice",
    unit: "%",
    direction: "neither",
    counting: "percentage",
    from: "TWP",
    loggedBy: "farhan",
    operationalDefinition: "Of all same-day calls to the 3 practices, those that another practice dealt with.",
  }),
  "same-clinician-twice": withPoints({
    name: "Seen by the same clinician twice",
    unit: "%",
    direction: "up",
    counting: "percentage",
    from: "TWP",
    loggedBy: "farhan",
    operationalDefinition: "Of people seen twice within 30 days, those who saw the same clinician both times.",
  }),
  E03: withSeries("E03", {
    counting: "count",
    from: "TWP",
    loggedBy: "anneli",
    operationalDefinition: "Referrals for a first cardiology appointment sent by the 7 practices, Monday to Sunday.",
    leftOut: [
      {
        on: "2025-12-22",
        words: "The referral system was down for 3 days, and letters were sent a week later.",
        by: "anneli",
        at: "2026-01-05 12:35",
      },
    ],
    notes: [
      { on: "2026-02-16", words: "A clinic moved, 2 days without sessions", by: "anneli", at: "2026-02-23 12:50" },
    ],
  }),
  "wait-for-cardiology": withPoints({
    name: "Wait for a first cardiology appointment",
    unit: "weeks",
    direction: "down",
    counting: "value",
    from: "QUH",
    loggedBy: "wren",
    operationalDefinition: "Weeks from referral to first appointment, middle value of those seen in the week.",
  }),
  "emergency-rhythm-admissions": withPoints({
    name: "Emergency admissions for rhythm problems",
    unit: "a week",
    direction: "down",
    counting: "count",
    from: "QUH",
    loggedBy: "anneli",
    operationalDefinition: "People admitted unplanned with a heart rhythm problem as the first diagnosis.",
  }),
  E04: withSeries("E04", {
    counting: "value",
    from: "QUH",
    loggedBy: "anneli",
    operationalDefinition: "Days from a GP's question to a specialist's answer that says what to do, middle value.",
  }),
  "questions-without-referral": withPoints({
    name: "Questions answered without a referral",
    unit: "%",
    direction: "up",
    counting: "percentage",
    from: "QUH",
    loggedBy: "anneli",
    operationalDefinition: "Of questions to cardiology and diabetes, those not followed by a referral within 14 days.",
  }),
  "clinic-start": withPoints(
    {
      name: "Afternoon clinic start",
      unit: "minutes late",
      direction: "down",
      counting: "value",
      from: "QUH",
      loggedBy: "anneli",
      operationalDefinition:
        "Minutes from 1:30pm to the first person called in, cardiology and diabetes, mean of the week.",
    },
    { from: "2026-03-02", values: [6, 9, 8, 11, 10, 9, 12, 10, 11, 9] },
  ),
};
