import { administrationForms } from "./forms-to-empty/administration";
import { experimentForms } from "./forms-to-empty/experiments";
import { measureForms } from "./forms-to-empty/measures";
import { personForms } from "./forms-to-empty/people";
import { permissionForms } from "./forms-to-empty/permission";

/** All forms with a required field. */
export const everyForm = [
  ...experimentForms,
  ...permissionForms,
  ...measureForms,
  ...personForms,
  ...administrationForms,
];

/** Forms without a required field, or tested in another story: which, or why. */
export const otherForms: Record<string, string> = {
  "log/grid-form.tsx": "logging.spec.ts",
  "experiments/[experimentId]/permission/ask/who/days-form.tsx": "half an answer is kept: asking.spec.ts",
  "experiments/[experimentId]/permission/ask/check/send-form.tsx": "asking.spec.ts",
  "change-button.tsx": "has no boxes",
  "measures/[measureId]/import/[uploadId]/columns-form.tsx": "import.spec.ts",
  "measures/[measureId]/import/[uploadId]/check-form.tsx": "import.spec.ts",
  "measures/[measureId]/import/[uploadId]/save-form.tsx": "import.spec.ts",
  "experiments/[experimentId]/stop/pause-form.tsx": "stopping is never blocked by validation",
  "experiments/[experimentId]/stop/go-on-form.tsx": "lap.spec.ts: a team lifts only a pause for something else",
  "experiments/[experimentId]/risks/risk-of-not-trying-form.tsx": "may be emptied",
  "experiments/[experimentId]/permission/decide/[answer]/yes-form.tsx": "a yes needs no words; see answering.spec.ts",
  "welcome/[token]/become-administrator-form.tsx": "first-run.spec.ts",
};
