import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "@/db/client";
import { memberships, organisations, systemOrganisations } from "@/db/schema";
import { addDays } from "@/server/days";
import { NotFound, Refusal } from "@/server/errors";
import type { addMembershipInput } from "./input";

type Membership = z.output<typeof addMembershipInput>;

/** Adds a membership in an organisation of this system. @throws {Refusal} when it overlaps one in the same organisation */
export async function addMembership(db: Db, systemId: string, personId: string, membership: Membership) {
  const { organisationId, team, role, fromOn, endsOn } = membership;
  const [at] = await db
    .select({ name: organisations.name })
    .from(systemOrganisations)
    .innerJoin(organisations, eq(organisations.id, systemOrganisations.organisationId))
    .where(
      sql`${eq(systemOrganisations.systemId, systemId)} and ${eq(organisations.id, organisationId)}
        and is_current(${systemOrganisations.fromOn}, ${systemOrganisations.endsOn})`,
    );
  if (!at)
    throw new Refusal([], { organisationId: "This organisation does not serve in the system today. Choose another." });
  const overlapping = await db
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.systemId, systemId),
        eq(memberships.organisationId, organisationId),
        eq(memberships.personId, personId),
        sql`daterange(${memberships.fromOn}, ${memberships.endsOn}, '[]') && daterange(${fromOn}::date, ${endsOn ?? null}::date, '[]')`,
      ),
    );
  if (overlapping.length > 0) {
    throw new Refusal([`They already work at ${at.name} in that time. End that membership first to change it.`]);
  }
  await db
    .insert(memberships)
    .values({ systemId, organisationId, personId, team, role, fromOn, endsOn: endsOn ?? null });
  return at.name;
}

/** Sets a membership's last day. */
export async function endMembership(db: Db, systemId: string, membershipId: string, lastOn: string) {
  const [held] = await db
    .select({
      ...{ fromOn: memberships.fromOn, personId: memberships.personId },
      ...{ role: memberships.role, organisation: organisations.name },
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(memberships.id, membershipId), eq(memberships.systemId, systemId)));
  if (!held) throw new NotFound();
  // A membership that has not begun ends the day before its first day
  if (lastOn < addDays(held.fromOn, -1)) {
    throw new Refusal([], { lastOn: "The last day comes before the first. Change it." });
  }
  await db.update(memberships).set({ endsOn: lastOn }).where(eq(memberships.id, membershipId));
  return held;
}
