import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { named } from "@/db/shapes";
import type { Party, Terms } from "@/server/permissions/terms/terms";

type WithParties = Pick<Terms, "team" | "takingPart" | "risks" | "expectedDips">;

/** Terms with the names that were agreed to, each beside what the person or organisation is called now (rule I11). */
export async function withNamesNow<Words extends WithParties>(db: Db, terms: Words): Promise<Words> {
  const carriers = [...terms.risks, ...terms.expectedDips].flatMap(({ carriedBy }) => carriedBy);
  const parties = JSON.stringify([...terms.team, ...terms.takingPart, ...carriers]);
  const names = await read(db, named).rows(sql`
    select distinct party.id, now_called(party.name, coalesce(p.name, o.name)) as name
    from json_to_recordset(${parties}::json) as party (id uuid, name text)
    left join people p on p.id = party.id left join organisations o on o.id = party.id`);
  const namesById = new Map(names.map(({ id, name }) => [id, name]));
  const withNow = (some: Party[]) => some.map((party) => ({ ...party, name: namesById.get(party.id) ?? party.name }));
  return {
    ...terms,
    team: withNow(terms.team),
    takingPart: withNow(terms.takingPart),
    risks: terms.risks.map((risk) => ({ ...risk, carriedBy: withNow(risk.carriedBy) })),
    expectedDips: terms.expectedDips.map((dip) => ({ ...dip, carriedBy: withNow(dip.carriedBy) })),
  };
}
