/** Signed notes and verifier keys, as C2SP *signed-note* and *tlog-cosignature* have them. */
import { hashes, verify } from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';
import { fromBase64, joined, textOf, toHex, utf8, type Sha256 } from './bytes.js';

hashes.sha512 = sha512;

/** Larger ones are nobody's checkpoint. */
const MAX_NOTE = 100_000;
const MAX_SIGNATURES = 64;
const KEY = 32;

export interface Signature {
  readonly name: string;
  /** Eight hexadecimal digits. */
  readonly id: string;
  readonly bytes: Uint8Array;
}

export interface Note {
  /** Up to and with its last line feed: what is signed. */
  readonly body: string;
  readonly signatures: readonly Signature[];
}

/** `undefined` where it is no signed note. */
export function parseNote(bytes: Uint8Array): Note | undefined {
  const text = bytes.length > MAX_NOTE ? undefined : textOf(bytes);
  if (text === undefined || hasControls(text)) return undefined;
  const blank = text.lastIndexOf('\n\n');
  if (blank < 1 || !text.endsWith('\n')) return undefined;
  const lines = text.slice(blank + 2, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) return undefined;
  const signatures = lines.map(parseSignature);
  if (!signatures.every((one) => one !== undefined)) return undefined;
  return { body: text.slice(0, blank + 1), signatures };
}

function hasControls(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 && code !== 0x0a) return true;
  }
  return false;
}

function parseSignature(line: string): Signature | undefined {
  const [, name, encoded] = /^\u2014 ([^\s+]+) (\S+)$/u.exec(line) ?? [];
  const bytes = encoded === undefined ? undefined : fromBase64(encoded);
  if (name === undefined || bytes === undefined || bytes.length < 5) return undefined;
  return { name, id: toHex(bytes.subarray(0, 4)), bytes: bytes.subarray(4) };
}

/** What a signature is of: a log's own, or a witness's on what it saw. */
export type KeyType = 'log' | 'witness';
const TYPES = { log: 0x01, witness: 0x04 } as const;

export interface VerifierKey {
  readonly name: string;
  readonly id: string;
  readonly key: Uint8Array;
  /** As it was written. */
  readonly text: string;
}

/** `undefined` where it is no Ed25519 key of this type, or its id is not its own. */
export function parseKey(sha256: Sha256, type: KeyType, text: string): VerifierKey | undefined {
  const [, name, id, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/u.exec(text) ?? [];
  const material = encoded === undefined ? undefined : fromBase64(encoded);
  if (name === undefined || id === undefined || material?.length !== 1 + KEY) return undefined;
  if (material[0] !== TYPES[type]) return undefined;
  const own = toHex(sha256(joined(utf8(`${name}\n`), material)).subarray(0, 4));
  return own === id ? { name, id, key: material.subarray(1), text } : undefined;
}

/** `missing`: the note has no signature of this key. */
export type Signed = 'signed' | 'wrong' | 'missing';

/** Whether the log's key signed the note. A second signature that claims to be its own must hold, too. */
export function signedBy({ body, signatures }: Note, key: VerifierKey): Signed {
  const message = utf8(body);
  return all(signatures, key, (bytes) => holds(bytes, message, key.key));
}

/** Whether a witness cosigned it: `cosignature/v1`, a time of eight bytes before the signature. */
export function cosignedBy({ body, signatures }: Note, key: VerifierKey): Signed {
  return all(signatures, key, (bytes) => {
    if (bytes.length !== 72) return false;
    const time = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0);
    if (time >= 1n << 63n) return false;
    return holds(bytes.subarray(8), utf8(`cosignature/v1\ntime ${time}\n${body}`), key.key);
  });
}

function all(
  signatures: readonly Signature[],
  { name, id }: VerifierKey,
  check: (bytes: Uint8Array) => boolean,
): Signed {
  const own = signatures.filter((one) => one.name === name && one.id === id);
  if (own.length === 0) return 'missing';
  return own.every(({ bytes }) => check(bytes)) ? 'signed' : 'wrong';
}

function holds(signature: Uint8Array, message: Uint8Array, key: Uint8Array): boolean {
  if (signature.length !== 64) return false;
  try {
    // As RFC 8032 has it, not the laxer rule of some chains.
    return verify(signature, message, key, { zip215: false });
  } catch {
    // A key or a signature that is no point of the curve.
    return false;
  }
}
