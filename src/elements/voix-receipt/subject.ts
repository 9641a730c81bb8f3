import type { Expected } from '../../log/receipt.js';
import type { Receipt } from '../../model/ballot.js';
import { marksOf } from '../../model/choice.js';
import type { ReadySnapshot, Snapshot } from '../../model/snapshot.js';

/** What is known here of the election that a ballot is of. */
export type Known = Pick<ReadySnapshot, 'election' | 'log'>;

/**
 * What a receipt is held against. Without its election there are only its own words: it may then be proved to be
 * whole, and to be in a log, but not in which one. The log's key may have been changed since: an earlier one is not
 * a fault here, as it was when the ballot was cast, for the log itself says whether it was in force.
 */
export function expectedOf(receipt: Receipt, known: Known | undefined, isFresh: boolean): Expected {
  const log = known?.election.id === receipt.election ? known.log : undefined;
  const marks = marksOf(receipt.choice);
  const numbers = (receipt.text ?? '').replace(/.*:/, '').split(',').map(Number);
  return {
    keys: [log?.key, isFresh && log ? undefined : receipt.key].filter((key) => key !== undefined),
    choice: receipt.choice,
    numberOf: log ? (id) => log.numbers[id] : (id) => numbers[marks.indexOf(id)],
  };
}

/** A receipt, as whoever keeps it has it: without the pass, which is nobody else's. */
export const fileText = (receipt: Receipt): string =>
  `${JSON.stringify({ ...receipt, pass: undefined }, null, 2)}\n`;

export const fileName = ({ election }: Receipt, code: string): string =>
  `${election}-${code}.voix-receipt.json`;

/** The answer that proved nothing, where one has just come: the evidence of what went wrong. */
export function refusedReceipt(snapshot: Snapshot | undefined): Receipt | undefined {
  const vote = snapshot?.status === 'ready' ? snapshot.vote : undefined;
  const error = vote && 'error' in vote ? vote.error : undefined;
  return error?.code === 'receipt-invalid' ? (error.cause as Receipt) : undefined;
}

/** The receipt of this visitor's own ballot. */
export function ownReceipt(snapshot: Snapshot | undefined): Receipt | undefined {
  const vote = snapshot?.status === 'ready' ? snapshot.vote : undefined;
  return refusedReceipt(snapshot) ?? (vote && 'receipt' in vote ? vote.receipt : undefined);
}

/** What somebody has pasted: a receipt; `undefined` where it is none. Whether it is a true one is not looked at. */
export function receiptIn(text: string): Receipt | undefined {
  let given: Partial<Receipt> | null;
  try {
    given = JSON.parse(text) as Partial<Receipt> | null;
  } catch {
    return undefined;
  }
  const texts = [given?.election, given?.ballot, given?.at, given?.tier];
  const isReceipt =
    texts.every((one) => typeof one === 'string') &&
    Number.isSafeInteger(given?.sequence) &&
    isChoice(given?.choice);
  return isReceipt ? (given as Receipt) : undefined;
}

function isChoice(choice: unknown): boolean {
  const { method, candidate, candidates } = Object(choice) as Record<string, unknown>;
  return method === 'plurality'
    ? typeof candidate === 'string'
    : method === 'approval' && Array.isArray(candidates) && candidates.every((id) => typeof id === 'string');
}
