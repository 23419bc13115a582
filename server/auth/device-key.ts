import { hkdfSync } from "node:crypto";

/**
 * The key that encrypts what one person has not sent yet on one device: 256 bits, derived, stored nowhere, and the same
 * whenever that person signs in there again. It takes a session to get it, so without one the device's data stays unreadable.
 */
export function deviceKey(personId: string, deviceId: string, secret = process.env.NEXTAUTH_SECRET): string {
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set, so no device can be given its key");
  return Buffer.from(hkdfSync("sha256", secret, personId, `what a device keeps\n${deviceId}`, 32)).toString("base64");
}
