import { exitCode } from "./command";
import { refuseTakenPort } from "./free-port";
import { howToSignIn } from "./how-to-sign-in";
import { startDevelopmentServer } from "./next-server";
import { prepare } from "./prepare";
import { readEnvFiles, readSettings } from "./settings";
import { untilStopped } from "./until-stopped";

await untilStopped(async (atEnd) => {
  readEnvFiles();
  const settings = readSettings(process.env);
  await refuseTakenPort(settings);
  const prepared = await prepare(settings, atEnd);
  console.log(`Leeway will be at ${settings.address}: ${await howToSignIn(prepared)}`);
  return exitCode(startDevelopmentServer(settings, prepared.env, atEnd));
});
