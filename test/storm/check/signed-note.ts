/** A checkpoint and a proof, read as C2SP's texts have them: written again here, as `merkle.ts` is. */
import { createHash, createPublicKey, verify } from 'node:crypto';

export interface SignedTree {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

/** @returns what is wrong with it, where something is */
export function openNote(note: string, vkey: string): SignedTree | string {
  const [name = '', id = '', encoded = ''] = splitVkey(vkey);
  const key = Buffer.from(encoded, 'base64');
  const end = note.indexOf('\n\n') + 1;
  const text = note.slice(0, end);
  const signatures = note
    .slice(end + 1)
    .split('\n')
    .filter((line) => line.startsWith(`— ${name} `))
    .map((line) => Buffer.from(line.slice(`— ${name} `.length), 'base64'))
    .filter((bytes) => bytes.subarray(0, 4).toString('hex') === id);
  const keyHash = createHash('sha256')
    .update(Buffer.concat([Buffer.from(`${name}\n`), key]))
    .digest('hex')
    .slice(0, 8);
  if (keyHash !== id || key[0] !== 1 || key.length !== 33) return `${vkey} is no key`;
  const publicKey = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: key.subarray(1).toString('base64url') },
    format: 'jwk',
  });
  if (!signatures.some((bytes) => verify(null, Buffer.from(text), publicKey, bytes.subarray(4))))
    return 'its checkpoint is not signed by that key';
  const [origin = '', size = '', root = ''] = text.split('\n');
  if (origin !== name) return `its checkpoint is of ${origin}`;
  return { origin, size: Number(size), root: Buffer.from(root, 'base64') };
}

/** Base64 may hold a plus, names may not. */
function splitVkey(vkey: string): string[] {
  const [name = '', id = '', ...rest] = vkey.split('+');
  return [name, id, rest.join('+')];
}

export interface Proof {
  readonly entry: Buffer;
  readonly index: number;
  readonly path: readonly Buffer[];
  readonly note: string;
}

export function readProof(text: string): Proof | undefined {
  const end = text.indexOf('\n\n');
  const [first, extra = '', index = '', ...path] = text.slice(0, end).split('\n');
  if (first !== 'c2sp.org/tlog-proof@v1' || !extra.startsWith('extra ') || !index.startsWith('index '))
    return undefined;
  return {
    entry: Buffer.from(extra.slice('extra '.length), 'base64'),
    index: Number(index.slice('index '.length)),
    path: path.map((line) => Buffer.from(line, 'base64')),
    note: text.slice(end + 2),
  };
}
