import type { DemoPerson } from "@/server/auth/demo-people";
import { signInAsDemoPerson } from "./actions";
import { PersonButton } from "./person-button";

/** Suggested people of the demo world and what each can see: one from each group of users. */
const suggestedPeople: { name: string; sees: string }[] = [
  { name: "Imogen Tarrowby", sees: "Leads an experiment on her ward and logs its results, on a phone." },
  { name: "Ravi Chandrolekar", sees: "Is writing a new experiment, and can ask for permission." },
  { name: "Ifeoma Strandley", sees: "Gives permission for her hospital, and sees what is outside what she allowed." },
  { name: "Cordelia Ashgrove-Nwosu", sees: "Chairs the board that answers what teams bring to it." },
  { name: "Theodora Blackmoss", sees: "Looks after people and organisations. Experiments are not hers to see." },
];

/** A button for each person of the demo world: first a few suggestions, then everyone by organisation. */
export function DemoPeople({ people, from }: { people: DemoPerson[]; from: string }) {
  const suggested = suggestedPeople.flatMap(({ name, sees }) => {
    const person = people.find((candidate) => candidate.name === name);
    return person ? [{ person, sees }] : [];
  });
  const others = people.filter((person) => !suggested.some((candidate) => candidate.person === person));
  return (
    <form action={signInAsDemoPerson}>
      <input type="hidden" name="from" value={from} />
      <h2>Start with one of these</h2>
      <ul className="m-0 grid list-none gap-3 p-0 desktop:grid-cols-2">
        {suggested.map(({ person, sees }) => (
          <li key={person.id} className="m-0">
            <PersonButton person={person} sees={sees} />
          </li>
        ))}
      </ul>
      <h2>Or be someone else</h2>
      {byOrganisation(others).map(([organisation, members]) => (
        <section key={organisation} aria-label={organisation}>
          <h3>{organisation}</h3>
          <ul className="m-0 grid list-none gap-3 p-0 desktop:grid-cols-2">
            {members.map((person) => (
              <li key={person.id} className="m-0">
                <PersonButton person={person} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </form>
  );
}

const nowhere = "In no organisation today";

/** Each person once, under the first of their organisations. */
function byOrganisation(people: DemoPerson[]): [string, DemoPerson[]][] {
  const groups = new Map<string, DemoPerson[]>();
  for (const person of people) {
    const organisation = person.organisations[0] ?? nowhere;
    groups.set(organisation, [...(groups.get(organisation) ?? []), person]);
  }
  const isNowhere = ([organisation]: [string, unknown]) => Number(organisation === nowhere);
  return [...groups].sort((a, b) => isNowhere(a) - isNowhere(b) || a[0].localeCompare(b[0], "en-GB"));
}
