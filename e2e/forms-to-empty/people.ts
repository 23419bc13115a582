import { INCOMPLETE_ADDRESS } from "@/server/auth/input";
import type { FormToEmpty } from "./form-to-empty";

/** People's own settings, and signing in. */
export const personForms: FormToEmpty[] = [
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
    says: [INCOMPLETE_ADDRESS],
  },
];
