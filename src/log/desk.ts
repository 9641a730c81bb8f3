/** What a voter asks of a log from a browser. Loaded when it is asked. */
import type { Receipt } from '../model/ballot.js';
import { marksOf } from '../model/choice.js';
import { fromBase64url } from './base64.js';
import type { Checkpoint } from './checkpoint.js';
import { parseTrackingCode } from './code.js';
import { commitment, SALT_BYTES } from './commitment.js';
import { ballotIn, type BallotEntry } from './fate.js';
import { LogFiles, type Opening, type ReadFile } from './files.js';
import { sha256 } from './sha256.js';
import { lookUp, readSince, type Signatories, type Since } from './since.js';
import { parseTlogProof } from './tlog-proof.js';
import { fromUtf8 } from './utf8.js';

/**
 * What the log says now of the ballot of a receipt that was verified.
 * @param checkpoint in which it was proved
 * @param witnesses who co-sign it now, by the page: rules that came after the opening may have named them
 * @throws ElectionError where the log cannot be read
 */
export async function askAgain(
  receipt: Receipt,
  checkpoint: Checkpoint,
  read: ReadFile,
  witnesses: readonly string[] = [],
): Promise<Since> {
  const { index = 0, extra } = parseTlogProof(receipt.proof ?? '') ?? {};
  const entry = ballotIn(fromUtf8(extra ?? new Uint8Array()) ?? '');
  if (!entry) return { kind: 'contradicted' };
  const keys = receipt.key ? [receipt.key] : [];
  const choice = { numbers: numbersIn(receipt.text), ids: marksOf(receipt.choice) };
  return readSince(sha256, new LogFiles(sha256, read), { index, entry, checkpoint, keys, witnesses, choice });
}

/** A ballot that was found by its code. */
export interface Found {
  readonly entry: BallotEntry;
  /** The numbers of the candidates whom it marks, where the results are open to all. */
  readonly numbers: readonly number[] | undefined;
  readonly since: Since;
}

/**
 * The ballot of a tracking code, and what the log says of it; `undefined` where there is none.
 * @throws ElectionError where the log cannot be read
 */
export async function findBallot(code: string, read: ReadFile, by: Signatories): Promise<Found | undefined> {
  const files = new LogFiles(sha256, read);
  const parsed = parseTrackingCode(code);
  const held = parsed && (await lookUp(sha256, files, parsed, by));
  if (!held) return undefined;
  const { index, entry, checkpoint } = held;
  const since = await readSince(sha256, files, held);
  const opening = await files.opening(index, checkpoint);
  return { entry, since, numbers: opening && opens(opening, entry) ? numbersIn(opening.choice) : undefined };
}

/** Whether this is what the ballot committed to. */
function opens({ salt, choice }: Opening, entry: BallotEntry): boolean {
  const bytes = fromBase64url(salt);
  return bytes?.length === SALT_BYTES && commitment(sha256, bytes, choice) === entry.choice;
}

const numbersIn = (choice = ''): number[] => choice.replace(/.*:/, '').split(',').map(Number);
