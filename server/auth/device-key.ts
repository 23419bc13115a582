import { hkdfSync } from "node:crypto";

/**
 * The key under which one device keeps what one person has not sent yet: 256 bits, the same whenever that person signs in
 * there again, and kept nowhere. Without a session it cannot be had, so what is on the device stays unreadable until then.
 */
export function deviceKey(personId: string, deviceId: string, secret = process.env.NEXTAUTH_SECRET): string {
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set, so no device can be given its key");
  return Buffer.from(hkdfSync("sha256", secret, personId, `what a device keeps\n${deviceId}`, 32)).toString("base64");
}
