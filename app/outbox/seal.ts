/** AES-GCM with a fresh nonce each time: unreadable without the key, and refused if a byte of it was changed. */
export type Sealed = { nonce: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer };

const algorithm = "AES-GCM";

/** The key as the browser holds it: it can be used here and never be read out, not even by our own script. */
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
