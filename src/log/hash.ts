/**
 * SHA-256 of some bytes, at once: WebCrypto's is asynchronous, and a tree asks for thousands. The platform gives
 * its own; `sha256.ts` is for those that have none. It reads `bytes` before it returns, keeps nothing of them,
 * and gives 32 bytes that nobody else holds.
 */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

export const HASH_BYTES = 32;

/** Whether two byte strings are the same. For what is public: its time tells where they differ. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
