/** Journal sentences about names and jobs, without their subject. */

type Profile = { name: string; job: string | null };
const none = "none";

/** What an administrator changed of somebody's name and job; empty when nothing is different. */
export const renamedPerson = (was: Profile, is: Profile, reason: string): string[] => [
  ...(was.name === is.name ? [] : [`gave ${was.name} another name, ${is.name}: ${reason}`]),
  ...(was.job === is.job
    ? []
    : [`gave ${is.name} another job, ${is.job ?? none} instead of ${was.job ?? none}: ${reason}`]),
];

/** What somebody changed of their own. */
export const renamedOneself = (was: Profile, is: Profile): string[] => [
  ...(was.name === is.name ? [] : [`took another name, ${is.name} instead of ${was.name}`]),
  ...(was.job === is.job ? [] : [`has another job, ${is.job ?? none} instead of ${was.job ?? none}`]),
];
