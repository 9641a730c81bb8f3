/** Asks a witness to co-sign a checkpoint: the client's side of C2SP *tlog-witness*. */
import type { Sha256 } from '../../log/hash.js';
import { parseNote, parseSignatures, parseVkey, signatureLine } from '../../log/note.js';
import { consistencyPath, type ReadHashes } from '../../log/proof.js';
import { verifiedBy } from '../../log/verified.js';
import { addCheckpointBody, parseConflict } from '../../log/witness.js';
import type { Witness } from '../storage/storage.js';

/** A tree to be co-signed. */
export interface Submission {
  readonly size: number;
  /** The checkpoint, signed by the log. */
  readonly note: string;
  readonly hashes: ReadHashes;
}

export type Answered =
  /** The witness's lines for the note. */
  | { readonly kind: 'cosigned'; readonly lines: string }
  /** It has co-signed a larger tree. */
  | { readonly kind: 'ahead'; readonly size: number }
  /** It says that this tree does not continue the one of `size`. */
  | { readonly kind: 'forked'; readonly size: number };

export type Ask = (url: string, body: string) => Promise<Response>;

/** Milliseconds that a witness may take. */
const PATIENCE = 5000;

export const askOverHttp: Ask = (url, body) =>
  fetch(url, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE),
  });

/**
 * @param old the size that the witness co-signed last, as far as is known; it corrects us where that is wrong
 * @throws Error saying what it answered, where that was neither a co-signature nor a contradiction
 */
export async function cosign(
  sha: Sha256,
  ask: Ask,
  witness: Witness,
  { size, note, hashes }: Submission,
  old: number,
): Promise<Answered> {
  for (let [from, asked] = [old, 0]; ; asked++) {
    const proof = await consistencyPath(sha, hashes, from, size);
    const body = addCheckpointBody({ old: from, proof, checkpoint: note });
    const response = await ask(`${witness.url}/add-checkpoint`, body);
    const text = await response.text();
    if (response.status === 200) return { kind: 'cosigned', lines: await linesOf(sha, witness, note, text) };
    const known = response.status === 409 ? parseConflict(text) : undefined;
    if (known !== undefined && known > size) return { kind: 'ahead', size: known };
    // What it answers to a size that it has named itself is about the trees, and not about our guess.
    if (response.status === 422 && asked > 0) return { kind: 'forked', size: from };
    if (known === undefined && response.status !== 422) throw new Error(`it answered ${response.status}`);
    if (asked > 2) throw new Error('it names another size each time');
    from = known ?? 0;
  }
}

async function linesOf(sha: Sha256, { key }: Witness, note: string, text: string): Promise<string> {
  const trusted = parseVkey(sha, key);
  const signatures = parseSignatures(text);
  const signed = parseNote(note);
  const line = signatures?.find(({ name, id }) => name === trusted?.name && id === trusted.id);
  const verified =
    trusted && line && signed && (await verifiedBy({ text: signed.text, signatures: [line] }, [trusted]));
  if (!verified?.length) throw new Error(`what it answered is not signed by ${key}`);
  return line ? signatureLine(line) : '';
}
