import { removeDemoData } from "./remove-demo-data";
import { readEnvFiles, readSettings } from "./settings";
import { untilStopped } from "./until-stopped";

// npm run demo:reset
await untilStopped(async () => {
  readEnvFiles();
  console.log(await removeDemoData(readSettings(process.env)));
  return 0;
});
