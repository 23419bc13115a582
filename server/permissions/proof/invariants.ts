/** What may never be found in the tables, by the numbers of ../README.md: each sentence says what must hold. */
export const invariants = {
  "I1.1": "An experiment starts with a risk, or with the team's word that no harm is foreseen",
  "I2.1": "A start or a going on keeps the hash of the terms that were in force",
  "I2.2": "At a start or a going on every carrier's word covers that day",
  "I2.3": "A start or a going on has a living basis for each carrier, and each is that carrier's own",
  "I2.4": "What has ended does not start again",
  "I2.5": "The product says that something runs only where the tables allow it on that day",
  "I3.1": "No standing permission starts an experiment where the organisation last said anything but a plain yes",
  "I3.2": "What a no ended does not run again by a standing permission, because of a yes to something else",
  "I4.1": "Nothing answers, accepts or replies to a request after a newer one",
  "I4.2": "A permission lasts at most 12 months",
  "I4.3": "A permission begins on the day it is asked for, or later",
  "I4.4": "From the third renewal on, and for a score of 15 or more, a board is asked as well",
  "I5.1": "Nobody who is or was on the team answers",
  "I5.2": "Nobody who wrote part of the terms answers",
  "I5.3": "A deputy does not answer where the leader may not",
  "I5.4": "Who answers for an organisation leads it in this system, or stands in there for somebody who does",
  "I5.5": "Nobody gives two of the yeses that one request needs",
  "I5.6": "Nobody starts by a standing permission that somebody on the team, or an author, gave",
  "I5.7": "Two people do not stand in for each other at the same time",
  "I5.8": "Who answers for a board has a seat on it, and not as an observer",
  "I7.1": "A yes is to the terms that were on the screen and in force",
  "I7.2": "Terms with the same hash are the same terms",
  "I7.3": "The hash beside an experiment is that of its newest terms",
  "I8.1": "A pause for safety is lifted by a carrier's leader, after the team said what it did",
  "I8.2": "A board that says stop pauses at once",
  "I10.1": "Nothing that cannot be undone starts without asking",
  "I10.2": "A start without asking is within every floor and standing permission that holds there",
  "I10.3": "A system's floor is confirmed by somebody else than who gave it",
} as const;
export type Invariant = keyof typeof invariants;
export type Violation = { invariant: Invariant; of: string };
/** What a check yields: the invariant, and where or when it was broken. */
export type Found = Generator<[Invariant, string]>;
