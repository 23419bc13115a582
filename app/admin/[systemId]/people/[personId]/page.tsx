import type { Metadata, Route } from "next";
import { AffectedList } from "@/app/experiments/affected-list";
import { Details } from "@/app/ui/details";
import { Link } from "@/app/ui/link";
import { SummaryList } from "@/app/ui/summary-list";
import { api } from "@/server/caller";
import { londonDay } from "@/server/days";
import { sentenceCase } from "@/server/format";
import { AdminPart } from "../../../admin-part";
import { NameAdministratorButton } from "../../administrator-buttons";
import { periodInWords } from "../../period";
import { LinkForm, UnlinkForm } from "../link-forms";
import { organisationChoices } from "../organisation-choices";
import { AddMembershipForm } from "./add-membership-form";
import { Memberships } from "./memberships";
import { LiftSuspensionButton, SendInvitationButton, SuspendButton } from "./person-buttons";
import { Proposals } from "./proposals";

type PersonPageProps = PageProps<"/admin/[systemId]/people/[personId]">;

export async function generateMetadata({ params }: PersonPageProps): Promise<Metadata> {
  return { title: (await api.admin.people.find(await params)).name };
}

export default async function PersonPage({ params, searchParams }: PersonPageProps) {
  const { systemId, personId } = await params;
  const [system, person, organisations, { administrators, mayName }] = await Promise.all([
    api.admin.systems.find({ systemId }),
    api.admin.people.find({ systemId, personId }),
    api.admin.organisations.list({ systemId }),
    api.admin.administrators.list({ systemId }),
  ]);
  const today = londonDay(new Date());
  const { name, job, email, suspended, hasSignedIn, memberships, seats, whyNotSuspend, whyNotRename } = person;
  const looksAfter = administrators.some((administrator) => administrator.id === personId);
  const signingIn = suspended ? "Suspended" : hasSignedIn ? "Has signed in" : "Has not signed in yet";
  return (
    <AdminPart
      system={system}
      heading={name}
      search={searchParams}
      parent={{ href: `/admin/${systemId}/people` as Route, name: "People" }}
    >
      <SummaryList
        rows={[
          { term: "Job", value: job },
          { term: "E-mail address", value: email },
          { term: "Signing in", value: signingIn },
        ]}
      />
      {whyNotRename === null && (
        <p>
          <Link href={`/admin/${systemId}/people/${personId}/name`}>Change their name or job</Link>
        </p>
      )}
      {!suspended && !hasSignedIn && email && <SendInvitationButton systemId={systemId} personId={personId} />}
      <h2>Where they work</h2>
      <Memberships systemId={systemId} personId={personId} memberships={memberships} today={today} />
      {seats.length > 0 && (
        <>
          <h2>Boards</h2>
          <ul className="nhsuk-list">
            {seats.map(({ id, board, boardId, role, fromOn, endsOn }) => (
              <li key={id}>
                <Link href={`/admin/${systemId}/boards/${boardId}` as Route}>{board}</Link>
                {`: ${sentenceCase(role)}, ${periodInWords(fromOn, endsOn)}`}
              </li>
            ))}
          </ul>
        </>
      )}
      <Proposals systemId={systemId} personId={personId} proposals={person.proposals} />
      <h2>Add where they work</h2>
      <AddMembershipForm
        systemId={systemId}
        personId={personId}
        organisations={organisationChoices(organisations)}
        today={today}
      />
      <h2>Other accounts of the same person</h2>
      {person.accounts.map((account) => (
        <p key={account.id} className="wrap-anywhere" dir="auto">
          {[account.name, account.job, account.email].filter(Boolean).join(", ")}
        </p>
      ))}
      {person.accounts.length > 0 &&
        (person.whyNotUnlink ? (
          <p>{person.whyNotUnlink}</p>
        ) : (
          <Details summary="These are two people">
            <p>What was registered until now still counts for both.</p>
            <UnlinkForm systemId={systemId} personId={personId} />
          </Details>
        ))}
      {person.whyNotLink ? (
        person.accounts.length === 0 && <p>{person.whyNotLink}</p>
      ) : (
        <Details summary="They have another account">
          <LinkForm systemId={systemId} personId={personId} />
        </Details>
      )}
      <h2>{suspended ? "Let them sign in again" : "Suspend them"}</h2>
      {whyNotSuspend ? (
        <p>{whyNotSuspend}</p>
      ) : suspended ? (
        <LiftSuspensionButton systemId={systemId} personId={personId} />
      ) : (
        <>
          <AffectedList heading="Without them nobody would answer for these:" affected={person.answersAlone} />
          <p>They are signed out everywhere at once and cannot sign in until you let them. What they did stays.</p>
          <SuspendButton systemId={systemId} personId={personId} />
        </>
      )}
      {mayName && !looksAfter && !suspended && (
        <>
          <h2>Looking after the system</h2>
          <p>They would add organisations and invite people as you do, in this system only.</p>
          <NameAdministratorButton systemId={systemId} personId={personId} />
        </>
      )}
    </AdminPart>
  );
}
