/** Suggested people of the demo world and what each can see: one from each group of users. */
export const suggestedPeople: { name: string; sees: string }[] = [
  { name: "Imogen Tarrowby", sees: "Leads an experiment on her ward and logs its results, on a phone." },
  { name: "Ravi Chandrolekar", sees: "Is writing a new experiment, and can ask for permission." },
  { name: "Ifeoma Strandley", sees: "Gives permission for her hospital, and sees what is outside what she allowed." },
  { name: "Cordelia Ashgrove-Nwosu", sees: "Chairs the board that answers what teams bring to it." },
  { name: "Theodora Blackmoss", sees: "Looks after people and organisations. Experiments are not hers to see." },
];
