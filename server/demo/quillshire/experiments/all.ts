import type { Experiment } from "../experiment";
import { archiveSafeHaven } from "./archive-safe-haven";
import { e01 } from "./e01-ring-back-by-11am";
import { e02 } from "./e02-one-front-door";
import { e03 } from "./e03-advice-first";
import { e04 } from "./e04-specialist-by-phone";
import { e05 } from "./e05-gp-at-the-front-door";
import { e06 } from "./e06-sdec-before-blood-results";
import { e07 } from "./e07-crews-walk-to-sdec";
import { e08 } from "./e08-crews-leave-at-30-minutes";
import { e09 } from "./e09-home-first-by-lunchtime";
import { e10 } from "./e10-assess-at-home";
import { e11 } from "./e11-nurse-led-leaving";
import { e12 } from "./e12-no-new-tests";
import { e13 } from "./e13-heart-failure-virtual-ward";
import { e14 } from "./e14-off-the-drip";
import { e15 } from "./e15-matron-first";
import { e16 } from "./e16-call-before-999";
import { e17 } from "./e17-same-clinician-every-week";
import { e18 } from "./e18-trusted-prescriber";
import { e19 } from "./e19-same-day-delivery";
import { e20 } from "./e20-equipment-store-on-sundays";
import { e21 } from "./e21-call-3-days-before";
import { e22 } from "./e22-protected-joint-list";
import { e23 } from "./e23-crisis-nurse-meets-the-ambulance";
import { e24 } from "./e24-safe-place-until-2am";

export const experiments: Experiment[] = [
  ...[e01, e02, e03, e04, e05, e06, e07, e08, e09, e10, e11, e12],
  ...[e13, e14, e15, e16, e17, e18, e19, e20, e21, e22, e23, e24],
  archiveSafeHaven,
];
