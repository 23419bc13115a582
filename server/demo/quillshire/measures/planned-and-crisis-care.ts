import { withPoints, withSeries } from "../measure";

/** Planned operations, and people in a mental-health crisis. */
export const plannedAndCrisisCare = {
  E21: withSeries("E21", {
    counting: "percentage",
    from: [{ from: "MDH", about: 400 }, { from: "QUH" }],
    loggedBy: "wren",
    operationalDefinition: "Of operations on the day's list, those cancelled on the day, for whatever reason.",
  }),
  "waits-over-52-weeks": withPoints({
    name: "People waiting over 52 weeks",
    unit: "people",
    direction: "down",
    counting: "count",
    from: [{ from: "MDH" }, { from: "QUH" }],
    loggedBy: "wren",
    operationalDefinition: "People on a waiting list for an operation on Sunday whose wait has passed 52 weeks.",
  }),
  "call-time": withPoints({
    name: "Staff time for the calls",
    unit: "hours a week",
    direction: "down",
    counting: "value",
    decimals: 1,
    from: [{ from: "MDH" }, { from: "QUH" }],
    loggedBy: "wren",
    operationalDefinition: "Hours that booking staff and nurses spend on the calls 3 days before.",
  }),
  E22: withSeries("E22", {
    counting: "count",
    from: [{ from: "QUH", about: 22 }, { from: "MDH" }],
    loggedBy: "tomos",
    operationalDefinition: "Hip and knee replacements done in either hospital, Monday to Sunday.",
  }),
  E22b: withSeries("E22b", {
    counting: "value",
    from: [{ from: "MDH", about: 5 }, { from: "QUH" }],
    loggedBy: "tomos",
    operationalDefinition: "Medical patients in a surgical bed at midnight, mean of the 7 nights.",
  }),
  "crisis-arrivals": withPoints({
    name: "A&E arrivals in a mental-health crisis",
    unit: "a week",
    direction: "down",
    counting: "count",
    from: [{ from: "MDH" }, { from: "QUH" }],
    loggedBy: "noor",
    operationalDefinition: "People whose main reason for coming to either A&E is a mental-health crisis.",
  }),
  "met-in-30-minutes": withPoints({
    name: "Crew met within 30 minutes",
    unit: "%",
    direction: "up",
    counting: "percentage",
    from: "TMH",
    loggedBy: "noor",
    operationalDefinition: "Of calls from a crew to the crisis team, those where a nurse was there within 30 minutes.",
  }),
  "crisis-line-answer": withPoints({
    name: "Crisis line answer time",
    unit: "seconds",
    direction: "down",
    counting: "value",
    from: "TMH",
    loggedBy: "noor",
    operationalDefinition: "Seconds from ringing to a person answering, middle value between 6pm and 8am.",
  }),
};
