/** Idle and absolute session timeouts, in hours. */
export const idleHours = 12;
export const absoluteHours = 20;

/** How long a sign-in link and an invitation's link can be used. */
export const linkMinutes = 30;
export const invitationDays = 7;
