import type { api } from "@/server/caller";

export type Home = Awaited<ReturnType<typeof api.home.mine>>;
export type HomeExperiment = Home["experiments"][number];
