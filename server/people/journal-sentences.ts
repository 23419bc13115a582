import { fromLeeway, type Sentence, sentence } from "@/server/typed-words";

/** Journal sentences about names and jobs, without their subject. */

type Profile = { name: string; job: string | null };

const jobs = (was: Profile, is: Profile): Sentence =>
  sentence`${is.job ?? fromLeeway("none")} instead of ${was.job ?? fromLeeway("none")}`;

/** What an administrator changed of somebody's name and job; empty when nothing is different. */
export const renamedPerson = (was: Profile, is: Profile, reason: string): Sentence[] => [
  ...(was.name === is.name ? [] : [sentence`gave ${fromLeeway(`${was.name} another name, ${is.name}`)}: ${reason}`]),
  ...(was.job === is.job ? [] : [sentence`gave ${fromLeeway(is.name)} another job, ${jobs(was, is)}: ${reason}`]),
];

/** What somebody changed of their own. */
export const renamedOneself = (was: Profile, is: Profile): Sentence[] => [
  ...(was.name === is.name ? [] : [fromLeeway(`took another name, ${is.name} instead of ${was.name}`)]),
  ...(was.job === is.job ? [] : [sentence`has another job, ${jobs(was, is)}`]),
];
