import type { Found } from '../../log/desk.js';
import { parseTrackingCode } from '../../log/code.js';
import type { ReadFile } from '../../log/files.js';
import type { Receipt } from '../../model/ballot.js';
import type { Id } from '../../model/election.js';
import { toElectionError, type ElectionError } from '../../model/errors.js';
import { receiptIn, type Known } from './subject.js';

/** What became of a text that was typed, pasted or opened. */
export type Lookup =
  | { readonly kind: 'notUnderstood' | 'otherElection' | 'noLog' }
  | { readonly kind: 'receipt'; readonly receipt: Receipt }
  | { readonly kind: 'asking'; readonly code: string }
  | { readonly kind: 'notThere'; readonly code: string }
  | { readonly kind: 'found'; readonly code: string; readonly found: Found }
  | { readonly kind: 'failed'; readonly error: ElectionError };

/**
 * What a text is, at once: a receipt, or a code that is to be asked for.
 * @param election the only one whose ballots are looked up here; `undefined` where any is
 */
export function readText(text: string, election: Id | undefined): Lookup {
  const receipt = receiptIn(text);
  if (receipt)
    return election && receipt.election !== election
      ? { kind: 'otherElection' }
      : { kind: 'receipt', receipt };
  if (!parseTrackingCode(text)) return { kind: 'notUnderstood' };
  return { kind: 'asking', code: text.toUpperCase() };
}

/** Asks the log for a code. Never rejects. */
export async function lookUpCode(
  code: string,
  read: ReadFile | undefined,
  log: Known['log'],
): Promise<Lookup> {
  if (!read || !log) return { kind: 'noLog' };
  try {
    const { findBallot } = await import('../../log/desk.js');
    const found = await findBallot(code, read, log);
    return found ? { kind: 'found', code, found } : { kind: 'notThere', code };
  } catch (thrown) {
    return { kind: 'failed', error: toElectionError(thrown) };
  }
}
