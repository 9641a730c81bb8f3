/** What a voter asks of a log from a browser. Loaded when it is asked. */
import type { Receipt } from '../model/ballot.js';
import { marksOf } from '../model/choice.js';
import type { Checkpoint } from './checkpoint.js';
import { parseTrackingCode } from './code.js';
import { ballotIn, type BallotEntry } from './fate.js';
import { LogFiles, type ReadFile } from './files.js';
import { sha256 } from './sha256.js';
import { lookUp, readSince, type Since } from './since.js';
import { parseTlogProof } from './tlog-proof.js';
import { fromUtf8 } from './utf8.js';

/**
 * What the log says now of the ballot of a receipt that was verified.
 * @param checkpoint in which it was proved
 * @throws ElectionError where the log cannot be read
 */
export async function askAgain(receipt: Receipt, checkpoint: Checkpoint, read: ReadFile): Promise<Since> {
  const { index = 0, extra } = parseTlogProof(receipt.proof ?? '') ?? {};
  const entry = ballotIn(fromUtf8(extra ?? new Uint8Array()) ?? '');
  if (!entry) return { kind: 'contradicted' };
  const numbers = (receipt.text ?? '').replace(/.*:/, '').split(',').map(Number);
  const keys = receipt.key ? [receipt.key] : [];
  const choice = { numbers, ids: marksOf(receipt.choice) };
  return readSince(sha256, new LogFiles(sha256, read), { index, entry, checkpoint, keys, choice });
}

/** A ballot that was found by its code. */
export interface Found {
  readonly entry: BallotEntry;
  readonly since: Since;
}

/**
 * The ballot of a tracking code, and what the log says of it; `undefined` where there is none.
 * @throws ElectionError where the log cannot be read
 */
export async function findBallot(code: string, read: ReadFile): Promise<Found | undefined> {
  const files = new LogFiles(sha256, read);
  const parsed = parseTrackingCode(code);
  const held = parsed && (await lookUp(sha256, files, parsed));
  return held && { entry: held.entry, since: await readSince(sha256, files, held) };
}
