import type { Installation } from "@/db/installation";
import { CannotStart } from "./cannot-start";
import { isPrivate, type Settings } from "./settings";

/**
 * What to do about the demo world, in which anybody can sign in as anyone. It is filled only into a new embedded database
 * that nobody else can reach, and a database that holds it is served to others only with DEMO=1.
 */
export function worldFor(installation: Installation, settings: Settings): "fill" | "leave empty" | "as it is" {
  const mayHoldDemo = settings.databaseUrl === undefined && isPrivate(settings);
  if (installation === "real") return "as it is";
  if (installation === "new") return mayHoldDemo && settings.demo !== false ? "fill" : "leave empty";
  if (mayHoldDemo || settings.demo) return "as it is";
  throw new CannotStart(
    "This database holds the demo world, in which anybody can sign in as anyone, and others can reach it here. " +
      "Use another database (DATA_DIR or DATABASE_URL), or set DEMO=1 if that is what you want.",
  );
}
