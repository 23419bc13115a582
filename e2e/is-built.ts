import { isBuilt } from "@/server/run/build";
import { root } from "@/server/run/command";

/** The stories are told of what people get: they do not begin on pages that were built from other sources. */
export default function refuseStaleBuild(): void {
  if (isBuilt(root)) return;
  throw new Error("The pages are not built from the sources that are here now. Run npm test, which builds them first.");
}
