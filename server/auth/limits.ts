/** Without a request for so long a session ends; and so long after it began in any case. */
export const idleHours = 12;
export const absoluteHours = 20;

/** A link that was asked for is used soon; one in an invitation may wait for a week. */
export const linkMinutes = 30;
export const invitationDays = 7;
