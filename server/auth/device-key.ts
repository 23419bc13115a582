import { hkdfSync } from "node:crypto";

/**
 * The key that encrypts one person's unsent results on one device: 256 bits, derived and never stored, so it is the same when
 * the person signs in again. Getting it needs a session, so without one the device's data stays unreadable.
 */
export function deviceKey(personId: string, deviceId: string, secret = process.env.NEXTAUTH_SECRET): string {
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set, so no device can be given its key");
  return Buffer.from(hkdfSync("sha256", secret, personId, `what a device keeps\n${deviceId}`, 32)).toString("base64");
}
