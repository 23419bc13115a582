import type { NextConfig } from "next";
import { securityHeaders } from "./server/security-headers";

const developing = process.env.NODE_ENV === "development";

const config: NextConfig = {
  serverExternalPackages: ["pg", "nodemailer"],
  // app/api/trpc is there only while developing, because it takes changes up at once: see server/calls/before-next.ts
  pageExtensions: ["tsx", "ts", ...(developing ? ["dev.ts"] : [])],
  typedRoutes: true,
  poweredByHeader: false,
  agentRules: false,
  experimental: { agentUpgrade: false },
  headers: async () => [
    { source: "/(.*)", headers: securityHeaders },
    // The worker that opens /log without signal: looked for anew each time, and it speaks with this site alone
    {
      source: "/sw.js",
      headers: [
        { key: "Content-Security-Policy", value: "default-src 'none'; connect-src 'self'" },
        { key: "Cache-Control", value: "no-cache" },
      ],
    },
  ],
};

export default config;
