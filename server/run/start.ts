import { buildIfStale } from "./build";
import { exitCode } from "./command";
import { refuseTakenPort } from "./free-port";
import { howToSignIn } from "./how-to-sign-in";
import { startWebServer, untilItAnswers } from "./next-server";
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
  const server = startWebServer(settings, prepared.env, atEnd);
  await untilItAnswers(settings, server);
  console.log(`Leeway is at ${settings.address}: ${await howToSignIn(prepared)}`);
  if (settings.workers > 1) process.on("SIGUSR2", () => server.kill("SIGUSR2")); // replaces its processes
  return exitCode(server);
});
