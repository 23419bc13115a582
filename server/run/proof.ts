import { exitCode, startProgram, stopProgram } from "./command";
import { untilStopped } from "./until-stopped";

/** What takes longer than `npm test` may, by name: its tests, and how long they go on. */
const proofs: Record<string, { folder: string; env: Record<string, string> }> = {
  permission: { folder: "server/permissions/proof", env: { PROOF_ACTS: "1000000" } },
};

// npm run proof -- permission: a million random acts. PROOF_ACTS walks fewer, PROOF_SEED begins at another seed.
await untilStopped(async (atEnd) => {
  const [name = ""] = process.argv.slice(2);
  const proof = proofs[name];
  if (!proof) {
    console.error(`Say what to prove: npm run proof -- ${Object.keys(proofs).join(", ")}`);
    return 1;
  }
  const env = { ...proof.env, ...(process.env as Record<string, string>), NODE_ENV: "test" };
  const child = startProgram("vitest", "vitest", ["run", proof.folder], { env });
  atEnd(() => stopProgram(child));
  return exitCode(child);
}, 130);
