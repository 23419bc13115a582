import type { ExperimentRecord } from "../experiment-record";
import type { MeasureKey } from "./measures";
import type { OrganisationKey } from "./organisations";
import type { PersonKey } from "./people";

type Experiment = ExperimentRecord<PersonKey, OrganisationKey, MeasureKey>;

/** Running, with at least one row in every table of experiments. */
const s01: Experiment = {
  key: "S01",
  title: "Canarywort tea before noon",
  problem: "Nobody gets canarywort tea before noon.",
  changeIdea: "Canarywort tea is served at 10am.",
  place: "Canarywort ward",
  aim: "16 canarywort teas a week.",
  prediction: "more canarywort tea",
  predictionBecause: "canarywort is best in the morning",
  startsAt: "ward",
  showsAt: "ward",
  lead: "SHT",
  takingPart: ["SHT", "VKP"],
  registered: { by: "isolde", at: "2026-01-12 10:10" },
  team: [{ who: "isolde", leads: true }],
  measures: { outcome: ["canarywort-teas"] },
  riskOfNotTrying: "Another year without canarywort.",
  risksWrittenAt: "2026-01-13 10:20",
  risks: [
    {
      harm: "Someone is scalded by canarywort tea.",
      whoIsAffected: "People on the canarywort ward",
      domain: "quality and safety",
      consequence: 2,
      likelihood: 2,
      controls: "Canarywort tea is left to stand.",
      earlyWarning: "A canarywort cup is dropped.",
      carriedBy: ["SHT"],
    },
  ],
  riskDraft: {
    by: "isolde",
    at: "2026-05-06 10:20",
    harm: "Canarywort runs out.",
    whoIsAffected: "Everyone who drinks canarywort",
    domain: "service",
  },
  dips: [{ measure: "canarywort-teas", from: "2026-02-09", until: "2026-05-31", worst: 8, carriedBy: ["SHT"] }],
  stopRules: [{ kind: "safety", words: "1 canarywort scald" }],
  requests: [
    {
      by: "isolde",
      at: "2026-01-19 09:30",
      from: "2026-02-09",
      until: "2026-07-31",
      answers: [],
      takenBack: { by: "isolde", at: "2026-01-20 11:00", reason: "The canarywort was out of stock." },
    },
    {
      by: "isolde",
      at: "2026-01-26 09:30",
      from: "2026-02-09",
      until: "2026-07-31",
      answers: [
        {
          for: "SHT",
          by: "ambrose",
          at: "2026-01-27 10:00",
          answer: "question",
          inWords: "Who picks the canarywort?",
          reply: { by: "isolde", at: "2026-01-27 15:30", inWords: "The gardeners pick the canarywort." },
        },
        {
          for: "SHT",
          by: "ambrose",
          at: "2026-01-28 12:15",
          answer: "yes with conditions",
          inWords: "Yes to canarywort, in small cups. I answer for it.",
        },
      ],
      letEnd: { by: "isolde", at: "2026-05-06 10:40", reason: "Nobody wants canarywort tea in the heat." },
    },
  ],
  requestDraft: {
    by: "isolde",
    at: "2026-05-07 09:35",
    from: "2026-08-01",
    until: "2026-10-31",
    renews: 2,
    whyLonger: "Canarywort flowers late.",
  },
  standingUses: [{ standing: "saltholm-floor", for: "SHT", by: "isolde", at: "2026-02-02 09:50", until: "2026-03-29" }],
  turns: [
    { turn: "started", by: "isolde", at: "2026-02-09 09:55", reason: "The canarywort came." },
    {
      turn: "paused",
      by: "isolde",
      at: "2026-03-02 10:05",
      pauseReason: "something else",
      reason: "Canarywort frost.",
    },
    { turn: "resumed", by: "isolde", at: "2026-03-09 10:05", reason: "The canarywort thawed." },
  ],
  cycles: [
    {
      by: "isolde",
      at: "2026-02-09 10:05",
      plan: "Canarywort tea in 1 bay.",
      expect: "6 canarywort teas a day.",
      from: "2026-02-09",
      until: "2026-02-15",
      done: "Canarywort tea was served on 5 days.",
      seen: { words: "7 canarywort teas a day.", act: "adopt", at: "2026-02-16 10:05" },
    },
  ],
  pauseFixes: [{ by: "isolde", at: "2026-03-05 12:30", words: "The canarywort stands indoors at night." }],
  pauseDecisions: [
    { for: "SHT", by: "ambrose", at: "2026-03-06 16:10", decision: "go on", reason: "Canarywort stands a frost." },
  ],
  reviews: [
    {
      board: "SVB",
      by: "isolde",
      at: "2026-04-20 10:45",
      question: "May all wards have canarywort?",
      answers: [{ by: "ambrose", at: "2026-05-04 11:30", answer: "go on", reason: "Canarywort does no harm." }],
    },
  ],
};

/** Ended. */
const s02: Experiment = {
  key: "S02",
  title: "Canarywort phone hub",
  formerTitle: { was: "Canarywort by phone", until: "2025-11-04 09:00" },
  problem: "Nobody answers the canarywort phone.",
  changeIdea: "One canarywort phone hub for all surgeries.",
  place: "Canarywort surgery",
  aim: "Every canarywort call answered.",
  prediction: "fewer canarywort complaints",
  predictionBecause: "canarywort callers ring off",
  startsAt: "general practice",
  showsAt: "home",
  lead: "VKP",
  takingPart: ["VKP"],
  registered: { by: "tamsin", at: "2025-11-03 12:30" },
  sharedAt: "2025-11-04 12:30",
  team: [{ who: "tamsin", leads: true }],
  measures: {},
  riskOfNotTrying: "Canarywort calls go on ringing.",
  risksWrittenAt: "2025-11-05 12:40",
  risks: [],
  turns: [{ turn: "started", by: "tamsin", at: "2025-12-01 08:20", reason: "The canarywort line is open." }],
  conclusion: {
    outcome: "cannot tell",
    by: "tamsin",
    at: "2026-03-02 13:10",
    whatHappened: "The canarywort phone rang as before.",
    learned: "Canarywort callers prefer to walk in.",
    goalsMet: "No canarywort goal.",
    tradeOffs: "Canarywort callers waited.",
    unpleasantSurprises: "The canarywort line broke.",
    pleasantSurprises: "Canarywort songs.",
    tellNextTeam: "Ask canarywort callers first.",
    changeStops: true,
    measuringStops: true,
  },
};

export const experiments: Experiment[] = [s01, s02];
