import { isBuilt } from "@/server/run/build";
import { root } from "@/server/run/command";

/** Fails unless the production build is up to date, because the stories run on it. */
export default function refuseStaleBuild(): void {
  if (isBuilt(root)) return;
  throw new Error("The pages are not built from the sources that are here now. Run npm test, which builds them first.");
}
