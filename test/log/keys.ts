import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { SigningKey, Verify } from '../../src/log/ed25519.js';
import { fromHex } from './support.js';

/** RFC 8410's frames of a private and a public key. */
const PKCS8 = fromHex('302e020100300506032b657004220420');
const SPKI = fromHex('302a300506032b6570032100');

/** A key by OpenSSL, which knows nothing of ours. The same for the same number. */
export function keyOf(number: number): SigningKey {
  const seed = new Uint8Array(32).fill(number);
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  return {
    publicKey: new Uint8Array(Buffer.from(x, 'base64url')),
    sign: (message) => sign(null, message, key),
  };
}

export const verifyByOpenssl: Verify = async (publicKey, message, signature) => {
  const key = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' });
  return verify(null, message, key, signature);
};
