import type { Person } from "../person";

/** The page of an experiment's risks, and the pages that ask for one, by their headings. */
export const risksPage = "What could go wrong";
export const riskPages = {
  what: "What could go wrong, and to whom",
  howBad: "How bad, and how likely",
  whatHelps: "What helps, and the first sign",
};

export const riskQuestions = {
  harm: "What could go wrong?",
  whoIsAffected: "To whom?",
  domain: "What would it touch most?",
  consequence: "How bad would it be?",
  likelihood: "How likely is it?",
  controls: "What makes it less likely, or less bad?",
  earlyWarning: "What would you notice first?",
};
type Answers = Partial<Record<keyof typeof riskQuestions, string>>;
const choices: (keyof Answers)[] = ["domain", "consequence", "likelihood"];

/** Answers some of the questions about a risk, in the order given. */
export async function answersOfRisk(person: Person, answers: Answers): Promise<void> {
  for (const [question, answer] of Object.entries(answers) as [keyof Answers, string][]) {
    if (choices.includes(question)) await person.chooses(riskQuestions[question], answer);
    else await person.writes(riskQuestions[question], answer);
  }
}
