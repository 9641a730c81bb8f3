import type { Receipt } from '../model/ballot.js';
import { sameChoice, type Choice } from '../model/choice.js';
import { ElectionError } from '../model/errors.js';
import { fromBase64url } from './base64.js';
import { choiceText, commitment, SALT_BYTES, type NumberOf } from './commitment.js';
import { entryText } from './entry.js';
import type { Sha256 } from './hash.js';
import { parseVkey } from './note.js';
import { openCheckpoint, type OpenedCheckpoint } from './open-checkpoint.js';
import { verifyInclusion } from './proof.js';
import { parseTlogProof } from './tlog-proof.js';
import { leafHash } from './tree.js';
import { fromUtf8 } from './utf8.js';

/**
 * What can be wrong with a receipt, in the order in which it is looked at:
 * it cannot be read; what is proved is not this ballot; its key is not the election's; that key has not signed
 * the checkpoint; the entry is not in the tree of that checkpoint; the entry does not hold this choice.
 */
export type ReceiptFault = 'malformed' | 'ballot' | 'key' | 'signature' | 'inclusion' | 'choice';

/** What the voter knows from elsewhere than the receipt. */
export interface Expected {
  /** The election's keys, as vkeys: known before the receipt came. */
  readonly keys: readonly string[];
  /** What the voter chose. */
  readonly choice: Choice;
  /** The candidates' numbers, as the election tells them to everyone. */
  readonly numberOf: NumberOf;
}

/**
 * Makes sure that the ballot, with the choice that the voter made, is in the log whose key the election has.
 * @returns the checkpoint in which it is, to be held against later ones
 * @throws ElectionError `receipt-invalid`; its detail is a `ReceiptFault`
 */
export async function verifyReceipt(
  sha: Sha256,
  receipt: Receipt,
  { keys, choice, numberOf }: Expected,
): Promise<OpenedCheckpoint> {
  const salt = fromBase64url(receipt.salt ?? '');
  const proof = parseTlogProof(receipt.proof ?? '');
  const entry = fromUtf8(proof?.extra ?? new Uint8Array());
  if (salt?.length !== SALT_BYTES || !proof || !entry) throw invalid('malformed');

  const committed = committedIn(entry, receipt);
  if (committed === undefined || proof.index !== receipt.sequence) throw invalid('ballot');

  const key = parseVkey(sha, receipt.key ?? '');
  if (!key || !keys.includes(receipt.key ?? '')) throw invalid('key');
  const checkpoint = await openCheckpoint(proof.checkpoint, [key]);
  if (!checkpoint) throw invalid('signature');

  const { size, root } = checkpoint;
  const { index, path } = proof;
  if (!verifyInclusion(sha, { index, size, root, leaf: leafHash(sha, entry), path }))
    throw invalid('inclusion');

  const text = choiceText(choice, numberOf);
  const isSaid = sameChoice(receipt.choice, choice) && (receipt.text ?? text) === text;
  if (!text || !isSaid || commitment(sha, salt, text) !== committed) throw invalid('choice');
  return checkpoint;
}

const invalid = (fault: ReceiptFault): ElectionError =>
  new ElectionError('receipt-invalid', { detail: fault });

/** The commitment in the entry of this ballot; `undefined` where it is any other entry, or written otherwise. */
function committedIn(entry: string, { election, ballot, tier, at }: Receipt): string | undefined {
  const [, voter, choice] = /,"voter":"([\w-]{22})","choice":"([\w-]{43})",/.exec(entry) ?? [];
  if (!voter || !choice) return undefined;
  return entryText(election, { type: 'ballot', ballot, tier, voter, choice }, at) === entry
    ? choice
    : undefined;
}
