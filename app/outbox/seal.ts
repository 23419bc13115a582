/** A value encrypted with AES-GCM under a fresh nonce; decryption fails if a byte was changed. */
export type Sealed = { nonce: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer };

const algorithm = "AES-GCM";

/** Imports the key as not extractable: scripts can use it and never read it. */
export function importKey(base64: string): Promise<CryptoKey> {
  const raw = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return crypto.subtle.importKey("raw", raw, algorithm, false, ["encrypt", "decrypt"]);
}

export async function seal(key: CryptoKey, value: unknown): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(value));
  return { nonce, bytes: await crypto.subtle.encrypt({ name: algorithm, iv: nonce }, key, text) };
}

export async function unseal<Value>(key: CryptoKey, { nonce, bytes }: Sealed): Promise<Value> {
  const text = await crypto.subtle.decrypt({ name: algorithm, iv: nonce }, key, bytes);
  return JSON.parse(new TextDecoder().decode(text));
}
