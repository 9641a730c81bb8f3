import { base64, fromBase64 } from './base64.js';
import type { Sha256 } from './hash.js';
import { utf8 } from './utf8.js';

/** C2SP *signed-note*: a text, and the lines of those who signed it. */
export interface Note {
  /** Ends in a newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** One signature line. Its name and id say which key claims to have signed; they are not to be trusted. */
export interface NoteSignature {
  readonly name: string;
  /** The key's four bytes, big-endian. */
  readonly id: number;
  readonly signature: Uint8Array;
}

/** A key that one trusts, by its *vkey*. */
export interface VerifierKey {
  readonly name: string;
  readonly id: number;
  readonly type: KeyType;
  /** Of Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array;
}

/** What a key signs: a note (`0x01`), or that it has seen a checkpoint at a time (`0x04`, a cosignature). */
export type KeyType = 0x01 | 0x04;

/** Characters of a note, and signatures on it, beyond which it is refused unread. */
const LONGEST = 262_144;
const MOST_SIGNATURES = 64;

/** The note; `undefined` where it is malformed. Nothing in it is to be believed before a signature is verified. */
export function parseNote(note: string): Note | undefined {
  if (note.length > LONGEST || !isText(note)) return undefined;
  const blank = note.lastIndexOf('\n\n');
  if (blank < 0) return undefined;
  const signatures = parseSignatures(note.slice(blank + 2));
  return signatures && { text: note.slice(0, blank + 1), signatures };
}

/** The lines after a note's text, one or more; `undefined` where one is malformed. */
export function parseSignatures(lines: string): NoteSignature[] | undefined {
  if (lines.length > LONGEST || !lines.endsWith('\n')) return undefined;
  const signatures = lines.slice(0, -1).split('\n').map(parseSignature);
  if (signatures.length > MOST_SIGNATURES) return undefined;
  const found = signatures.filter((signature) => signature !== undefined);
  return found.length === signatures.length ? found : undefined;
}

function parseSignature(line: string): NoteSignature | undefined {
  const [dash, name = '', encoded = '', ...rest] = line.split(' ');
  const bytes = fromBase64(encoded);
  if (dash !== '—' || !isName(name) || !bytes || bytes.length < 5 || rest.length > 0) return undefined;
  return { name, id: uint32(bytes), signature: bytes.slice(4) };
}

/** A signature as a note's line, its newline included. */
export function signatureLine({ name, id, signature }: NoteSignature): string {
  const bytes = new Uint8Array(4 + signature.length);
  bytes.set([id >>> 24, id >>> 16, id >>> 8, id]);
  bytes.set(signature, 4);
  return `— ${name} ${base64(bytes)}\n`;
}

/**
 * A whole note.
 * @param text ends in a newline
 * @param lines as `signatureLine` makes them
 */
export const noteOf = (text: string, lines: readonly string[]): string => `${text}\n${lines.join('')}`;

/** A key's id: the first four bytes of `SHA-256(name ‖ 0x0A ‖ type ‖ key)`. */
function keyId(sha: Sha256, name: string, type: KeyType, publicKey: Uint8Array): number {
  const start = utf8(`${name}\n`);
  const bytes = new Uint8Array(start.length + 1 + publicKey.length);
  bytes.set(start);
  bytes[start.length] = type;
  bytes.set(publicKey, start.length + 1);
  return uint32(sha(bytes));
}

/** The key of this name. `name` has neither spaces nor a plus. */
export const verifierKey = (
  sha: Sha256,
  name: string,
  type: KeyType,
  publicKey: Uint8Array,
): VerifierKey => ({
  name,
  id: keyId(sha, name, type, publicKey),
  type,
  publicKey,
});

/** `<name>+<8 hex digits>+<base64>` */
export function vkey({ name, id, type, publicKey }: VerifierKey): string {
  return `${name}+${id.toString(16).padStart(8, '0')}+${base64(new Uint8Array([type, ...publicKey]))}`;
}

/** The key; `undefined` where the text is malformed, of another algorithm, or its id is not the key's own. */
export function parseVkey(sha: Sha256, text: string): VerifierKey | undefined {
  const [name = '', id = '', ...rest] = text.split('+');
  // The key itself may have pluses: they are digits of base64.
  const bytes = fromBase64(rest.join('+'));
  const type = bytes?.[0];
  if (!isName(name) || bytes?.length !== 33 || (type !== 0x01 && type !== 0x04)) return undefined;
  const key = verifierKey(sha, name, type, bytes.slice(1));
  return id === key.id.toString(16).padStart(8, '0') ? key : undefined;
}

const uint32 = (bytes: Uint8Array): number =>
  (((bytes[0] ?? 0) << 24) | ((bytes[1] ?? 0) << 16) | ((bytes[2] ?? 0) << 8) | (bytes[3] ?? 0)) >>> 0;

const isName = (name: string): boolean => name !== '' && isText(name) && !/[\s\u0085+]/u.test(name);

/** UTF-8 can write it, and no control character but the newline is in it. */
// oxlint-disable-next-line no-control-regex
const isText = (text: string): boolean => !/[\0-\x09\x0b-\x1f\p{Surrogate}]/u.test(text);
