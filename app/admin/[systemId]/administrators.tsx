import { EndAdministratorButton } from "./administrator-buttons";

type AdministratorsProps = {
  systemId: string;
  administrators: { id: string; name: string; job: string | null }[];
  mayName: boolean;
};

/** The system's administrators, shown to those who may change them. */
export function Administrators({ systemId, administrators, mayName }: AdministratorsProps) {
  if (administrators.length === 0 && !mayName) return null;
  return (
    <section>
      <h2>Who looks after it</h2>
      {administrators.length === 0 && <p>Nobody but you. Name someone on their page under Invite people.</p>}
      <ul className="nhsuk-list">
        {administrators.map(({ id, name, job }) => (
          <li key={id} className="mb-4 flex max-w-none flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <span>
              <strong dir="auto">{name}</strong>
              {job && `, ${job}`}
            </span>
            {mayName && <EndAdministratorButton systemId={systemId} personId={id} name={name} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
