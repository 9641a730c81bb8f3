/** What a receipt proves besides what it says: see `docs/log-format.md`, Receipts. */
import { choiceText } from '../log/commitment.js';
import { pathLines, tlogProof } from '../log/tlog-proof.js';
import { utf8 } from '../log/utf8.js';
import type { Receipt } from '../model/ballot.js';
import type { Choice } from '../model/choice.js';
import type { Listed } from './catalogue.js';
import type { Logs } from './signing/logs.js';
import type { Place } from './storage/log-storage.js';
import type { Logged } from './storage/storage.js';

export type ReceiptProof = Pick<Receipt, 'proof' | 'salt' | 'text' | 'key'>;

/** Nothing, where the log is not signed: there is then nothing to hold a proof against. */
const NONE: ReceiptProof = {};

/**
 * The proof of a ballot that was stored now. The checkpoint is signed once for all ballots of a commit.
 * @throws ElectionError `log-stale`
 */
export async function receiptWith(
  logs: Logs | undefined,
  listed: Listed,
  choice: Choice,
  { place, salt }: Logged,
): Promise<ReceiptProof> {
  const signed = logs && (await logs.of(listed));
  const text = choiceText(choice, (id) => listed.numbers.get(id));
  if (!signed || !place || salt === undefined || text === undefined) return NONE;
  return { proof: proofOf(place, await signed.note(place)), salt, text, key: signed.key };
}

/**
 * The proof of a ballot that was stored at any time, against the newest checkpoint.
 * @param index of the ballot's entry: its sequence number
 * @throws ElectionError `log-stale`
 */
export async function receiptAt(
  logs: Logs | undefined,
  listed: Listed,
  index: number,
): Promise<ReceiptProof> {
  const signed = logs && (await logs.of(listed));
  if (!signed) return NONE;
  const { id } = listed.election;
  const place = await placeOf(logs, id, index);
  const [opening] = await logs.log.openings(id, index, index + 1);
  if (!place || !opening) return NONE;
  return { proof: proofOf(place, await signed.note(place)), ...opening, key: signed.key };
}

/** Where an entry stands in the newest tree; `undefined` where there is none at this index. */
export async function placeOf(logs: Logs, election: string, index: number): Promise<Place | undefined> {
  const head = await logs.log.head(election);
  if (!head || index >= head.size) return undefined;
  const [entry] = await logs.log.entries(election, index, index + 1);
  if (entry === undefined) return undefined;
  const path = await logs.treeOf(election).path(index, head);
  return { ...head, index, entry, path: pathLines(path) };
}

export const proofOf = ({ entry, index, path }: Place, note: string): string =>
  tlogProof(utf8(entry), index, path, note);
