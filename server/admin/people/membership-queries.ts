import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Db, Transaction } from "@/db/client";
import { memberships, organisations, systemOrganisations } from "@/db/schema";
import { addDays } from "@/server/days";
import { NotFound, Refusal } from "@/server/errors";
import { proposeLeader } from "@/server/leaders/queries";
import type { addMembershipInput } from "./input";

type Membership = z.output<typeof addMembershipInput>;

/**
 * Adds a membership in an organisation of this system. A leader's is only proposed: until a second person confirms it, they
 * only work there (rule I6).
 * @throws {Refusal} when it overlaps one in the same organisation
 */
export async function addMembership(
  tx: Transaction,
  { systemId, personId, by }: { systemId: string; personId: string; by: string },
  membership: Membership,
) {
  const { organisationId, team, role, fromOn, endsOn } = membership;
  const [at] = await tx
    .select({ name: organisations.name })
    .from(systemOrganisations)
    .innerJoin(organisations, eq(organisations.id, systemOrganisations.organisationId))
    .where(
      sql`${eq(systemOrganisations.systemId, systemId)} and ${eq(organisations.id, organisationId)}
        and is_current(${systemOrganisations.fromOn}, ${systemOrganisations.endsOn})`,
    );
  if (!at)
    throw new Refusal([], { organisationId: "This organisation does not serve in the system today. Choose another." });
  const overlapping = await tx
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
    const then =
      role === "leader"
        ? "Propose that they answer for it where it is listed."
        : "End that membership first to change it.";
    throw new Refusal([`They already work at ${at.name} in that time. ${then}`]);
  }
  const [made] = await tx
    .insert(memberships)
    .values({ systemId, organisationId, personId, team, role: "member", fromOn, endsOn: endsOn ?? null })
    .returning({ id: memberships.id });
  if (made && role === "leader") await proposeLeader(tx, { systemId, membershipId: made.id, proposedBy: by });
  return at.name;
}

/** Sets a membership's last day. */
export async function endMembership(db: Db, systemId: string, membershipId: string, lastOn: string) {
  const [held] = await db
    .select({
      fromOn: memberships.fromOn,
      endsOn: memberships.endsOn,
      role: memberships.role,
      personId: memberships.personId,
      organisation: organisations.name,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(memberships.id, membershipId), eq(memberships.systemId, systemId)));
  if (!held) throw new NotFound();
  if (held.role === "leader" && (held.endsOn ?? "9999") < lastOn) {
    const sentence = "That is later than a second person confirmed. Add where they work anew, and have it confirmed.";
    throw new Refusal([], { lastOn: sentence });
  }
  // A membership that has not begun ends the day before its first day
  if (lastOn < addDays(held.fromOn, -1)) {
    throw new Refusal([], { lastOn: "The last day comes before the first. Change it." });
  }
  await db.update(memberships).set({ endsOn: lastOn }).where(eq(memberships.id, membershipId));
  return held;
}
