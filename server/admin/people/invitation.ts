import { invitationDays } from "@/server/auth/limits";
import type { Mail } from "@/server/mail/mail";

type Invitation = { to: string; name: string; by: string; system: string; address: string };

export const invitationMail = ({ to, name, by, system, address }: Invitation): Mail => ({
  to,
  subject: `${by} invites you to Leeway`,
  text: `${name},

${by} has added you to Leeway for ${system}. Teams there say what they would like to try, get permission beforehand, and learn from it together.

Open this link and press the button to sign in. You need no password:

${address}

It works once, in the next ${invitationDays} days. After that, ask for a link on the sign-in page with this e-mail address.`,
});
