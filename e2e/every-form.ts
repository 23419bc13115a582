import { admin, demoId, experiment, log, measure } from "./world";

export type FormToEmpty = {
  /** The file under app/ that has the form. */
  file: string;
  who: string | null;
  address: string;
  /** What it is folded under, if it is. */
  under?: string;
  /** The button that sends it. */
  button: string;
  /** What it says when it is sent empty, in the order of the page. */
  says: string[];
};

/** Every form in which something has to be filled in. */
export const everyForm: FormToEmpty[] = [
  {
    file: "experiments/new/register-form.tsx",
    who: "Imogen",
    address: "/experiments/new",
    button: "Save this idea",
    says: ["Say what bothers you", "Say what you would try", "Say where, such as a ward, a practice or a street"],
  },
  {
    file: "experiments/[experimentId]/edit/edit-form.tsx",
    who: "Ravi",
    address: experiment("E20", "/edit"),
    button: "Save these words",
    says: [
      "Give it a name that people will recognise",
      "Say what bothers you",
      "Say what you would try",
      "Say where, such as a ward, a practice or a street",
    ],
  },
  {
    file: "experiments/[experimentId]/team/team-forms.tsx",
    who: "Imogen",
    address: experiment("E09", "/team"),
    button: "Add to the team",
    says: ["Choose a person"],
  },
  {
    file: "experiments/[experimentId]/risks/new/record-risk-form.tsx",
    who: "Ravi",
    address: experiment("E20", "/risks/new"),
    button: "Save this risk",
    says: [
      "Say what could go wrong, in one sentence a patient could read",
      "Say who it would happen to",
      "Choose what it would touch most",
      "Choose how bad it would be",
      "Choose how likely it is",
      "Say what makes it less likely or less bad",
      "Say what you would notice first",
      "Choose who carries it: at least 1 organisation",
    ],
  },
  {
    file: "experiments/[experimentId]/risks/[riskId]/edit-risk-form.tsx",
    who: "Ravi",
    address: experiment("E20", `/risks/${demoId("risk/E20/1")}`),
    button: "Save this risk",
    says: [
      "Say what could go wrong, in one sentence a patient could read",
      "Say who it would happen to",
      "Say what makes it less likely or less bad",
      "Say what you would notice first",
      "Choose who carries it: at least 1 organisation",
    ],
  },
  {
    file: "experiments/[experimentId]/dips/expect-dip-form.tsx",
    who: "Pritam",
    address: experiment("E08", "/dips"),
    button: "Save this dip",
    says: [
      "Choose the measure that may dip",
      "Enter the worst value that is still all right, as a number",
      "Enter the first day",
      "Enter the last day",
      "Choose who carries it: at least 1 organisation",
    ],
  },
  {
    file: "experiments/[experimentId]/dips/stop-rule-form.tsx",
    who: "Pritam",
    address: experiment("E08", "/dips"),
    button: "Save this rule",
    says: ["Say what makes you stop, such as 1 serious miss, or 15% or more for 2 weeks", "Choose what it does"],
  },
  {
    file: "experiments/[experimentId]/permission/ask/ask-form.tsx",
    who: "Stellan",
    address: experiment("E17", "/permission/ask"),
    button: "Send to the leaders",
    says: ["Enter the first day", "Enter the last day"],
  },
  {
    file: "experiments/[experimentId]/permission/decide/decide-form.tsx",
    who: "Delphine",
    address: experiment("E11", "/permission/decide"),
    button: "Send my answer",
    says: ["Choose an answer"],
  },
  {
    file: "experiments/[experimentId]/permission/withdraw-forms.tsx",
    who: "Tomos",
    address: experiment("E11", "/permission"),
    under: "Take this request back",
    button: "Take the request back",
    says: ["Say why. A sentence is enough"],
  },
  {
    file: "experiments/[experimentId]/permission/withdraw-forms.tsx",
    who: "Jocasta",
    address: experiment("E09", "/permission"),
    under: "Take a permission back",
    button: "Take the permission back",
    says: ["Say why. A sentence is enough"],
  },
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
    file: "experiments/[experimentId]/stop/end-form.tsx",
    who: "Imogen",
    address: experiment("E09", "/stop"),
    under: "End it for good",
    button: "End it",
    says: ["Say why it stops. A sentence is enough"],
  },
  {
    file: "experiments/[experimentId]/stop/go-on-form.tsx",
    who: "Maeve",
    address: experiment("E06", "/stop"),
    button: "Let it go on",
    says: ["Say what was done about it, so that it can go on"],
  },
  {
    file: "experiments/[experimentId]/board/ask-review-form.tsx",
    who: "Imogen",
    address: experiment("E09", "/board"),
    button: "Ask the board",
    says: ["Choose the board to ask", "Say in one sentence what the board is to answer"],
  },
  {
    file: "experiments/[experimentId]/board/answer-review-form.tsx",
    who: "Cordelia",
    address: experiment("E22", "/board"),
    button: "Send the answer",
    says: ["Choose what the board says", "Say why. The team learns from the reason more than from the answer"],
  },
  {
    file: "experiments/[experimentId]/learning/conclude-form.tsx",
    who: "Imogen",
    address: experiment("E09", "/learning"),
    button: "End it and save what we learned",
    says: [
      "Choose how it ends",
      "Say what happened, compared with what you expected",
      "Say what you learned, in a sentence or two",
      "Choose whether the change stops",
      "Choose whether measuring stops",
    ],
  },
  {
    file: "experiments/[experimentId]/cycles/new/plan-cycle-form.tsx",
    who: "Ravi",
    address: experiment("E20", "/cycles/new"),
    button: "Save this cycle",
    says: ["Say what you will try in this cycle", "Say what you expect to see", "Enter the first day"],
  },
  {
    file: "experiments/[experimentId]/cycles/[cycleId]/edit-cycle-form.tsx",
    who: "Imogen",
    address: experiment("E09", `/cycles/${demoId("cycle/E09/2")}`),
    button: "Save this cycle",
    says: ["Say what you will try in this cycle", "Say what you expect to see"],
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
    says: ["Choose an organisation", "Enter the first day"],
  },
  {
    file: "log/[measureId]/log-form.tsx",
    who: "Imogen",
    address: log("E09"),
    button: "Save",
    says: ["Enter how many. If it was none, enter 0", "Enter out of how many"],
  },
  {
    file: "settings/profile-form.tsx",
    who: "Imogen",
    address: "/settings",
    button: "Save your name and job",
    says: ["Enter your name, as colleagues know it."],
  },
  {
    file: "sign-in/email-link-form.tsx",
    who: null,
    address: "/sign-in/link",
    button: "Send me a link",
    says: ["Enter an e-mail address, such as ada@trust.example."],
  },
  {
    file: "admin/system-form.tsx",
    who: "Theodora",
    address: admin("/name"),
    button: "Save its name",
    says: ["Enter the system's name, such as Quillshire Integrated Care System."],
  },
  {
    file: "admin/[systemId]/organisations/add-organisations-form.tsx",
    who: "Theodora",
    address: admin("/organisations"),
    button: "Add these organisations",
    says: ["Paste at least one line, such as Penwick Council, PWC, council."],
  },
  {
    file: "admin/[systemId]/organisations/[organisationId]/edit-organisation-form.tsx",
    who: "Theodora",
    address: admin(`/organisations/${demoId("organisation/BVA")}`),
    button: "Save this organisation",
    says: ["Enter the organisation's name.", "Enter what people call it, such as PWC."],
  },
  {
    file: "admin/[systemId]/people/invite/invite-form.tsx",
    who: "Theodora",
    address: admin("/people/invite"),
    button: "Invite them",
    says: [
      "Enter an e-mail address, such as ada@trust.example.",
      "Enter their name.",
      "Choose where they work.",
      "Enter the first day.",
    ],
  },
  {
    file: "admin/[systemId]/people/[personId]/add-membership-form.tsx",
    who: "Theodora",
    address: admin(`/people/${demoId("person/lucia")}`),
    button: "Add this",
    says: ["Choose where they work.", "Enter the first day."],
  },
  {
    file: "admin/[systemId]/people/[personId]/end-membership-form.tsx",
    who: "Theodora",
    address: admin(`/people/${demoId("person/zoe")}`),
    under: "End it: Befriending",
    button: "End this membership",
    says: ["Enter their last day."],
  },
  {
    file: "admin/[systemId]/boards/board-form.tsx",
    who: "Theodora",
    address: admin("/boards"),
    button: "Add this board",
    says: ["Enter the board's name."],
  },
  {
    file: "admin/[systemId]/boards/[boardId]/seat-form.tsx",
    who: "Theodora",
    address: admin(`/boards/${demoId("board/MPB")}`),
    button: "Give them this seat",
    says: [
      "Enter an e-mail address, such as ada@trust.example.",
      "Choose what they do on the board.",
      "Enter the first day.",
    ],
  },
  {
    file: "admin/[systemId]/boards/[boardId]/end-seat-form.tsx",
    who: "Theodora",
    address: admin(`/boards/${demoId("board/MPB")}`),
    under: "End the seat of Wren Halloway-Singh",
    button: "End this seat",
    says: ["Enter their last day."],
  },
];

/** Forms that may be sent as they are, or stand in another story. */
export const otherForms: Record<string, string> = {
  "act-button.tsx": "has no boxes",
  "experiments/[experimentId]/stop/pause-form.tsx": "stopping is never blocked by validation",
  "experiments/[experimentId]/risks/risk-of-not-trying-form.tsx": "may be emptied",
  "welcome/[token]/become-administrator-form.tsx": "first-run.spec.ts",
};
