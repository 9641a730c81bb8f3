import { cosignedText, parseCosignature } from './cosignature.js';
import { verifyEd25519, type Verify } from './ed25519.js';
import type { Note, NoteSignature, VerifierKey } from './note.js';
import { utf8 } from './utf8.js';

/** A key whose signature on a note is good. */
export interface Verified {
  readonly key: VerifierKey;
  /** When a witness signed, in seconds since 1970; `undefined` for a signature without a time. */
  readonly time: number | undefined;
}

/**
 * Who of these has signed the note, each once, in the order of its lines. Signatures of others are passed over.
 * `undefined`, and the whole note is to be refused, where one that claims to be of these is not.
 */
export async function verifiedBy(
  note: Note,
  keys: readonly VerifierKey[],
  verify: Verify = verifyEd25519,
): Promise<Verified[] | undefined> {
  const found: Verified[] = [];
  for (const line of note.signatures) {
    const key = keys.find(({ name, id }) => name === line.name && id === line.id);
    if (!key || found.some((one) => one.key === key)) continue;
    const verified = await verifiedLine(note.text, line, key, verify);
    if (!verified) return undefined;
    found.push(verified);
  }
  return found;
}

async function verifiedLine(
  text: string,
  { signature }: NoteSignature,
  key: VerifierKey,
  verify: Verify,
): Promise<Verified | undefined> {
  if (key.type === 0x01)
    return (await verify(key.publicKey, utf8(text), signature)) ? { key, time: undefined } : undefined;
  const stamped = parseCosignature(signature);
  if (!stamped) return undefined;
  const { time } = stamped;
  return (await verify(key.publicKey, cosignedText(time, text), stamped.signature))
    ? { key, time }
    : undefined;
}
