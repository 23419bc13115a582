import { buildIfStale } from "./build";
import { exitCode } from "./command";
import { refuseTakenPort } from "./free-port";
import { howToSignIn } from "./how-to-sign-in";
import { startNext, untilItAnswers } from "./next-server";
import { prepare } from "./prepare";
import { readEnvFiles, readSettings } from "./settings";
import { untilStopped } from "./until-stopped";

await untilStopped(async (atEnd) => {
  readEnvFiles();
  const settings = readSettings(process.env);
  await refuseTakenPort(settings);
  const prepared = await prepare(settings, atEnd);
  const built = await buildIfStale(atEnd);
  if (built !== 0) return built;
  const next = startNext("start", settings, prepared.env, atEnd);
  await untilItAnswers(settings, next);
  console.log(`Leeway is at ${settings.address}: ${await howToSignIn(prepared)}`);
  return exitCode(next);
});
