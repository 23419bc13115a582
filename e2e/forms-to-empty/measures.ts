import { experiment, log, measure } from "../world";
import { type FormToEmpty, noFirstDay } from "./form-to-empty";

/** Measures, their charts and results. */
export const measureForms: FormToEmpty[] = [
  {
    file: "experiments/[experimentId]/results/add-measure/choose-measure-form.tsx",
    who: "Ravi",
    address: experiment("E20", "/results/add-measure"),
    button: "Add this measure",
    says: ["Choose a measure", "Choose the part it plays"],
  },
  {
    file: "experiments/[experimentId]/results/add-measure/define-for-experiment-form.tsx",
    who: "Ravi",
    address: experiment("E20", "/results/add-measure"),
    button: "Save and add this measure",
    says: [
      "Choose the part it plays",
      "Give it a name that says what is counted",
      "Say exactly what is counted, so that 2 people would count the same",
      "Choose how it is counted",
      "Choose which way is better",
      "Choose who contributes: at least 1 organisation",
    ],
  },
  {
    file: "measures/new/define-measure-form.tsx",
    who: "Wren",
    address: "/measures/new",
    button: "Save this measure",
    says: [
      "Give it a name that says what is counted",
      "Say exactly what is counted, so that 2 people would count the same",
      "Choose how it is counted",
      "Choose which way is better",
      "Choose who contributes: at least 1 organisation",
    ],
  },
  {
    file: "measures/[measureId]/rebase/rebase-form.tsx",
    who: "Wren",
    address: measure("E21", "/rebase"),
    button: "Set the limits anew",
    says: [
      "Choose the period from which the limits are set anew",
      "Say what changed for good, so that others can follow it",
    ],
  },
  {
    file: "measures/[measureId]/points/leave-out-form.tsx",
    who: "Pritam",
    address: measure("E08b", "/points"),
    button: "Leave it out",
    says: ["Choose the result to leave out", "Say why this result does not count, so that others can follow it"],
  },
  {
    file: "measures/note-form.tsx",
    who: "Pritam",
    address: measure("E08b", "/notes"),
    button: "Save this note",
    says: ["Enter the day it happened", "Say what happened, in a few words"],
  },
  {
    file: "measures/note-form.tsx",
    who: "Pritam",
    address: experiment("E08", "/results/notes"),
    button: "Save this note",
    says: ["Choose a chart", "Enter the day it happened", "Say what happened, in a few words"],
  },
  {
    file: "measures/[measureId]/edit/redefine-form.tsx",
    who: "Imogen",
    address: `${measure("E09")}/edit`,
    button: "Save this definition",
    says: [
      "Give it a name that says what is counted",
      "Say exactly what is counted, so that 2 people would count the same",
    ],
  },
  {
    file: "measures/[measureId]/contributors/contributor-forms.tsx",
    who: "Imogen",
    address: `${measure("E09")}/contributors`,
    button: "Add it",
    says: ["Choose an organisation", noFirstDay],
  },
  {
    file: "measures/[measureId]/import/choose-file-form.tsx",
    who: "Imogen",
    address: measure("E09", "/import"),
    button: "Look at this file",
    says: ["Select a file"],
  },
  {
    file: "measures/[measureId]/import/paste-form.tsx",
    who: "Imogen",
    address: measure("E09", "/import"),
    button: "Look at these rows",
    says: ["Paste the rows, with the names of the columns above them"],
  },
  {
    file: "log/[measureId]/log-form.tsx",
    who: "Imogen",
    address: log("E09"),
    button: "Save",
    says: ["Enter how many. If it was none, enter 0", "Enter out of how many"],
  },
];
