import { fromBase64url } from './base64.js';

/**
 * Ed25519 (RFC 8032): WebCrypto's, and where it has none (a browser of before 2025, a page without https) that of
 * @noble/ed25519, which is loaded then.
 */

/** A key that signs. A platform that keeps its keys elsewhere brings its own. */
export interface SigningKey {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** Gives 64 bytes. */
  sign(message: Uint8Array): Uint8Array | Promise<Uint8Array>;
}

export type Verify = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => Promise<boolean>;

const PUBLIC_BYTES = 32;
const SEED_BYTES = 32;
const SIGNATURE_BYTES = 64;

/** Whether this key has signed this message. `false` for anything that is not a key or not a signature. */
export const verifyEd25519: Verify = async (publicKey, message, signature) => {
  if (publicKey.length !== PUBLIC_BYTES || signature.length !== SIGNATURE_BYTES) return false;
  const key = await imported('raw', publicKey, 'verify');
  if (key) return crypto.subtle.verify('Ed25519', key, signature.slice(), message.slice());
  const { verify } = await noble();
  return verify(signature, message, publicKey, { zip215: false });
};

/** What stands before the seed in the PKCS #8 of an Ed25519 key (RFC 8410 §7). */
const PKCS8 = [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20];

/**
 * The key of a seed: 32 random bytes, to be kept secret.
 * @throws RangeError for a seed of another length
 */
export async function signingKey(seed: Uint8Array): Promise<SigningKey> {
  if (seed.length !== SEED_BYTES) throw new RangeError(`a seed of ${seed.length} bytes`);
  const key = await imported('pkcs8', new Uint8Array([...PKCS8, ...seed]), 'sign');
  const publicKey = key && (await publicPart(key));
  if (publicKey) {
    const sign = async (message: Uint8Array) =>
      new Uint8Array(await crypto.subtle.sign('Ed25519', key, message.slice()));
    return { publicKey, sign };
  }
  const { getPublicKey, sign } = await noble();
  return { publicKey: getPublicKey(seed), sign: (message) => sign(message, seed) };
}

/** `undefined` where WebCrypto does not work it out of a seed, as in Firefox. */
async function publicPart(key: CryptoKey): Promise<Uint8Array | undefined> {
  try {
    const { x = '' } = await crypto.subtle.exportKey('jwk', key);
    return fromBase64url(x);
  } catch {
    return undefined;
  }
}

/** The key, as WebCrypto's; `undefined` where it does not take it, for whichever reason: noble then decides. */
async function imported(format: 'raw' | 'pkcs8', bytes: Uint8Array, usage: 'sign' | 'verify') {
  try {
    return await crypto.subtle.importKey(format, bytes.slice(), 'Ed25519', usage === 'sign', [usage]);
  } catch {
    return undefined;
  }
}

async function noble() {
  const [ed25519, { sha512 }] = await Promise.all([
    import('@noble/ed25519'),
    import('@noble/hashes/sha2.js'),
  ]);
  // Its asynchronous functions ask WebCrypto, which a page without https has not.
  ed25519.hashes.sha512 = sha512;
  return ed25519;
}
