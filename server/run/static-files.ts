import { existsSync, readdirSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";
import { securityHeaders } from "@/server/security-headers";

const types: Record<string, string> = {
  ".js": "application/javascript; charset=UTF-8",
  ".css": "text/css; charset=UTF-8",
};
const compress = promisify(brotliCompress); // at its highest quality, which takes seconds: too slow for a visitor

/**
 * The browser's scripts and styles, compressed once by the build, by their addresses. Next would compress them anew for each
 * visitor, and a sixth less.
 */
export type StaticFiles = ReadonlyMap<string, { type: string; body: Buffer }>;

const staticFolder = (builtIn: string) => join(builtIn, "static");

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name));
}

/** Writes a compressed copy beside each script and style of a build. */
export async function compressStaticFiles(builtIn: string): Promise<void> {
  const files = filesIn(staticFolder(builtIn)).filter((file) => extname(file) in types);
  await Promise.all(files.map(async (file) => writeFile(`${file}.br`, await compress(readFileSync(file)))));
}

export function readStaticFiles(builtIn: string): StaticFiles {
  const folder = staticFolder(builtIn);
  const compressed = filesIn(folder).filter((file) => file.endsWith(".br"));
  return new Map(
    compressed.map((file) => {
      const name = file.slice(0, -".br".length);
      const address = `/_next/static/${relative(folder, name).split(sep).join("/")}`;
      return [address, { type: types[extname(name)] ?? "", body: readFileSync(file) }];
    }),
  );
}

/** Answers a script or style for a browser that reads brotli. @returns whether it was one; if not, Next answers */
export function answerStaticFile(files: StaticFiles, request: IncomingMessage, response: ServerResponse): boolean {
  const [address = ""] = (request.url ?? "").split("?");
  const file = files.get(address);
  const readsBrotli = /\bbr\b/.test(String(request.headers["accept-encoding"]));
  if (!file || !readsBrotli || request.method !== "GET" || request.headers.range) return false;
  for (const { key, value } of securityHeaders) response.setHeader(key, value);
  response.writeHead(200, {
    "content-type": file.type,
    "content-encoding": "br",
    "content-length": file.body.length,
    "cache-control": "public, max-age=31536000, immutable", // the address holds a hash of the content
    vary: "accept-encoding",
  });
  response.end(file.body);
  return true;
}
