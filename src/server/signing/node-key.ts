/** Keys in files: PKCS #8, PEM, as `openssl genpkey -algorithm ed25519` makes them. */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  sign,
  type KeyObject,
} from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { SigningKey } from '../../log/ed25519.js';
import type { Sha256 } from '../../log/hash.js';
import { signerOf, type Signer } from '../../log/signer.js';
import type { Marks } from './marks.js';
import { marksIn } from './node-marks.js';

/** To be given to the server as it is. */
export interface LogKey {
  readonly signer: Signer;
  readonly marks: Marks;
  readonly sha256: Sha256;
}

/** By way of a text of the same bytes: half the time of asking for a buffer, which is allocated outside the heap. */
export const nodeSha256: Sha256 = (bytes) => Buffer.from(hash('sha256', bytes, 'binary'), 'binary');

/**
 * Makes a key, readable by its owner only.
 * @throws what the system says where the file is there already
 */
export async function makeKey(file: string): Promise<void> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  await writeFile(file, pem, { mode: 0o600, flag: 'wx', flush: true });
}

/**
 * A key that signs at once, in 28 µs.
 * @throws what the system says where there is no such file; Error where it is no Ed25519 key
 */
export async function readKey(file: string): Promise<SigningKey> {
  const key = keyIn(await readFile(file), file);
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  return { publicKey: Buffer.from(x, 'base64url'), sign: (message) => sign(null, message, key) };
}

/** The key that signs an organiser's logs, with the marks of how far they were signed, in `<file>.marks`. */
export async function openLogKey(file: string): Promise<LogKey> {
  const signer = signerOf(nodeSha256, await readKey(file));
  return { signer, marks: marksIn(`${file}.marks`), sha256: nodeSha256 };
}

function keyIn(pem: Buffer, file: string): KeyObject {
  const complaint = `${file} is not an Ed25519 key (PKCS #8, PEM): \`voix init\` makes one.`;
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch (cause) {
    throw new Error(complaint, { cause });
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(complaint);
  return key;
}
