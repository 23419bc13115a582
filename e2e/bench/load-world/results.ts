import type pg from "pg";

/** Measures of long series, each with so many contributors and days; used by so many copies of the experiments. */
export type Series = { measures: number; contributors: number; days: number; copiesWithMeasures?: number };

/** Few: teams make their own measures, so that one is used by as many at any size. */
const fewCopies = 5;

/** Measures that first copies of experiments use in place of the originals', as the temporary table load_measures says. */
export async function insertMeasures(
  client: pg.ClientBase,
  { systemId, copies }: { systemId: string; copies: number },
  series: Series,
): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `select person_id as id from memberships where system_id = $1 and person_id::text like '00000001%' order by 1 limit 1`,
    [systemId],
  );
  await client.query(
    `insert into measures (id, system_id, name, unit, direction, operational_definition, rhythm, counting, defined_by)
     select ${loadId("m")}, $1, 'Seen within 4 hours, service ' || m, '%', 'up',
       'Of people who came on a day, those seen within 4 hours', 'day', 'percentage', $3
     from generate_series(1, $2::int) m`,
    [systemId, series.measures, rows[0]?.id],
  );
  await client.query(
    `insert into measure_contributors (system_id, measure_id, organisation_id)
     select $1, m.id, o.organisation_id from measures m cross join (
       select organisation_id from system_organisations where system_id = $1 and organisation_id::text like '0000000%'
         and is_current(from_on, ends_on) order by 1 limit $2) o
     where m.system_id = $1 and m.id::text like '%-7000-8000-000000000000'`,
    [systemId, series.contributors],
  );
  await client.query(
    `create temporary table load_measures on commit drop as
     select n, used.measure_id, ${loadId(`1 + (used.at + n * 23) % ${series.measures}`)} as load_id
     from generate_series(1, ${Math.min(series.copiesWithMeasures ?? fewCopies, copies)}) n cross join (
       select x.measure_id, (row_number() over (order by x.measure_id))::int as at
       from experiment_measures x where x.system_id = '${systemId}' group by x.measure_id) used`,
  );
}

/** Ids in the order of the numbers, so that indexes are written from one end to the other. */
const loadId = (number: string, low = "'000000000000'") =>
  `(lpad(to_hex((${number})::int), 8, '0') || '-0000-7000-8000-' || ${low})::uuid`;

/** Which experiments use which measures. */
export async function linkMeasures(
  client: pg.ClientBase,
  systemId: string,
  copiedId: (id: string, number: string) => string,
): Promise<void> {
  await client.query(
    `insert into experiment_measures (system_id, experiment_id, measure_id, role)
     select x.system_id, ${copiedId("x.experiment_id", "l.n")}, l.load_id, x.role
     from load_measures l join experiment_measures x on x.measure_id = l.measure_id where x.system_id = $1
     on conflict do nothing`,
    [systemId],
  );
}

/** A result of each contributor for each day until yesterday, one in a hundred of them corrected; and the sums of each day. */
export async function insertResults(client: pg.ClientBase, systemId: string, { days }: Series): Promise<void> {
  await client.query(
    `insert into observations (id, system_id, measure_id, organisation_id, period_on, revision, numerator, denominator,
       reason, logged_by, logged_at)
     select (substr(c.measure_id::text, 1, 8) || '-' || lpad(to_hex(c.at), 4, '0') || '-7000-8000-' || lpad(to_hex(day * 2 + revision), 12, '0'))::uuid,
       c.system_id, c.measure_id, c.organisation_id, period.on, revision, 60 + (day * 7919 + c.at * 31 + c.number * 17 + revision) % 30, 100,
       case when revision = 2 then 'A page was missing' end, c.defined_by, period.on + interval '36 hours'
     from (
       select c.system_id, c.measure_id, c.organisation_id, m.defined_by,
         (row_number() over (partition by c.measure_id order by c.organisation_id))::int as at,
         (dense_rank() over (order by c.measure_id))::int as number
       from measure_contributors c join measures m on m.id = c.measure_id
       where c.system_id = $1 and c.measure_id::text like '%-7000-8000-000000000000'
       order by c.measure_id, c.organisation_id) c
     cross join generate_series(1, $2::int) day
     cross join lateral (select london_today() - ($2::int + 1 - day) as on) period
     cross join lateral generate_series(1, case when (day + c.at) % 100 = 0 then 2 else 1 end) revision`,
    [systemId, days],
  );
  await client.query(
    `insert into period_values (system_id, measure_id, period_on, contributed, numerator, denominator)
     select system_id, measure_id, period_on, count(*), sum(numerator), sum(denominator) from (
       select distinct on (measure_id, organisation_id, period_on) system_id, measure_id, period_on, numerator, denominator
       from observations where measure_id::text like '%-7000-8000-000000000000'
       order by measure_id, organisation_id, period_on, revision desc) newest
     group by system_id, measure_id, period_on order by measure_id, period_on`,
  );
}
