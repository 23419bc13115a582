// The baseline for data: a bare Node server that answers the same from the same tables, with one query each and no question who asks
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { v7 as uuidv7 } from "uuid";
import type { ResultToLog } from "./results-to-log";

const systemId = process.env.BENCH_SYSTEM ?? "";
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 10,
  options: `-c jit=off -c plan_cache_mode=force_generic_plan -c leeway.systems={${systemId}}`,
});

const card = `select e.id, e.title, e.change_idea as "changeIdea", e.place, o.name as "leadOrganisation", e.starts_at as "startsAt",
    k.stage, k.ends_on as "endsOn"
  from experiment_stages k join experiments e on e.id = k.experiment_id join organisations o on o.id = e.lead_organisation_id
  where k.system_id = $1 and k.shared and london_today() between k.from_on and k.until_on`;
const newest = "order by k.registered_at desc, k.experiment_id desc limit 20";
const list = `${card} ${newest}`;
const search = `${card} and k.experiment_id in (select search_experiments($2)) ${newest}`;
const record = `select e.*, k.stage, (
    select json_agg(json_build_object('id', m.id, 'name', m.name, 'unit', m.unit, 'role', x.role, 'points', (
      select json_agg(json_build_object('on', v.period_on, 'numerator', v.numerator, 'denominator', v.denominator,
        'contributed', v.contributed) order by v.period_on) from period_values v where v.measure_id = m.id)))
    from experiment_measures x join measures m on m.id = x.measure_id where x.experiment_id = e.id) as measures
  from experiments e join experiment_stages k on k.experiment_id = e.id and london_today() between k.from_on and k.until_on
  where e.id = $1`;
const log = `insert into observations (id, system_id, measure_id, organisation_id, period_on, value, numerator, denominator, logged_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

async function answer(request: IncomingMessage): Promise<unknown> {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://bare");
  const rowsOf = async (name: string, text: string, values: unknown[]) =>
    (await pool.query({ name, text, values })).rows;
  if (pathname === "/list") return rowsOf("list", list, [systemId]);
  if (pathname === "/search") return rowsOf("search", search, [systemId, searchParams.get("q")]);
  if (pathname === "/record") return rowsOf("record", record, [searchParams.get("id")]);
  const { systemId: system, measureId, organisationId, periodOn, part, personId } = await bodyOf(request);
  const { value = null, numerator = null, denominator = null } = part;
  const values = [uuidv7(), system, measureId, organisationId, periodOn, value, numerator, denominator, personId];
  await rowsOf("log", log, values);
  return {};
}

async function bodyOf(request: IncomingMessage): Promise<ResultToLog> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
}

const server = createServer((request, response) => {
  answer(request).then(
    (body) => {
      const text = JSON.stringify(body);
      response.setHeader("content-type", "application/json");
      response.setHeader("content-length", Buffer.byteLength(text));
      response.end(text);
    },
    (error: Error) => {
      response.statusCode = 500;
      response.end(error.message);
    },
  );
});
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.once("disconnect", () => process.exit());
