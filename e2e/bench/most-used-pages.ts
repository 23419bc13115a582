import { randomUUID } from "node:crypto";
import { demoId } from "@/server/demo/ids";
import type { appRouter } from "@/server/root";
import { idOfCopy } from "./load-world/columns";

type Api = ReturnType<typeof appRouter.createCaller>;

const experimentId = idOfCopy(demoId("experiment/E09"), 1);
const systemId = demoId("system/quillshire");

/** What the most used pages and calls ask, in a load world, on the measure and for the organisation of a result to log. */
export function mostUsedPages(of: { measureId: string; organisationId: string; boardId: string }) {
  const one = { experimentId };
  const { measureId, organisationId, boardId } = of;
  return {
    home: (api) => [() => api.home.mine()],
    "list of experiments": (api) => [
      () => api.experiments.list({ page: 1 }),
      () =>
        api.experiments.list({ page: 1, stage: "running", organisation: organisationId, pathway: "ward", mine: "yes" }),
      () => api.organisations.list(),
    ],
    search: (api) => [() => api.experiments.list({ q: "drip", page: 1 })],
    "an experiment": (api) => [
      () => api.experiments.find(one),
      () => api.permissions.overview(one),
      () => api.permissions.card(one),
      () => api.charts.working(one),
      () => api.experiments.whyNotStart(one),
    ],
    "its results": (api) => [() => api.measures.results(one), () => api.charts.ofExperiment(one)],
    "its permission": (api) => [
      () => api.permissions.replies(one),
      () => api.permissions.conditions(one),
      () => api.permissions.atTheEnd(one),
    ],
    "risks and dips of it": (api) => [
      () => api.risks.list(one),
      () => api.risks.drafts(one),
      () => api.dips.list(one),
      () => api.permissions.dips(one),
    ],
    "its history": (api) => [() => api.journal.list(one)],
    "what to log": (api) => [() => api.measures.toLog(), () => api.measures.beforeLogging({ measureId })],
    "log a result": (api) => [
      () =>
        api.measures.log({
          ...{ key: randomUUID(), measureId, organisationId, numerator: 71, denominator: 100 },
          periodOn: new Date().toISOString().slice(0, 10),
        }),
    ],
    "a measure": (api) => [() => api.measures.find({ measureId }), () => api.charts.ofMeasure({ measureId })],
    "measures of a system": (api) => [() => api.measures.list({ page: 1 })],
    "a system": (api) => [() => api.systems.find({ systemId })],
    "what was learned": (api) => [
      () => api.learning.list({ page: 1 }),
      () => api.learning.list({ q: "drip", page: 1 }),
    ],
    "a board": (api) => [() => api.boards.find({ boardId }), () => api.boards.decisions({ page: 1 })],
  } satisfies Record<string, (api: Api) => (() => Promise<unknown>)[]>;
}
