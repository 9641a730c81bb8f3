/** What a receipt proves besides what it says: see `docs/log-format.md`, Receipts. */
import { choiceText } from '../log/commitment.js';
import { pathLines, unsignedProof } from '../log/tlog-proof.js';
import type { Receipt } from '../model/ballot.js';
import type { Listed } from './catalogue.js';
import type { Logs } from './signing/logs.js';
import type { SignedLog } from './signing/signed-log.js';
import type { Opening, Place } from './storage/log-storage.js';
import type { Logged } from './storage/storage.js';

export type ReceiptProof = Pick<Receipt, 'proof' | 'salt' | 'text' | 'key'>;

/** Nothing, where the log is not signed: there is then nothing to hold a proof against. */
const NONE: ReceiptProof = {};

/**
 * The receipt of a ballot that was stored now, as it is sent. The checkpoint at the end of the proof is the same for
 * all ballots of a commit: it is signed, and made JSON, once for all of them.
 * @throws ElectionError `log-stale`
 */
export async function receiptJson(
  signed: SignedLog | undefined,
  listed: Listed,
  receipt: Receipt,
  { place, salt }: Logged,
): Promise<string> {
  const text = choiceText(receipt.choice, (id) => listed.numbers.get(id));
  if (!signed || !place || salt === undefined || text === undefined) return JSON.stringify(receipt);
  const json = JSON.stringify({ ...receipt, salt, text, key: signed.key });
  // A proof is base64 and words of ours: of what JSON escapes it has line ends only.
  const proof = place.proof.replaceAll('\n', '\\n');
  return `${json.slice(0, -1)},"proof":"${proof}${await signed.noteJson(place)}"}`;
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
  const entry = await entryAt(logs, listed.election.id, index);
  if (!entry?.opening) return NONE;
  return { proof: entry.place.proof + (await signed.note(entry.place)), ...entry.opening, key: signed.key };
}

export interface ProvenEntry {
  readonly place: Place;
  /** `null` for an entry that is no ballot. */
  readonly opening: Opening | null;
}

/** An entry, and where it stands in the newest tree; `undefined` where there is none at this index. */
export async function entryAt(logs: Logs, election: string, index: number): Promise<ProvenEntry | undefined> {
  const head = await logs.log.head(election);
  if (!head || index >= head.size) return undefined;
  const entry = await logs.log.entry(election, index);
  if (!entry) return undefined;
  const path = await logs.treeOf(election).path(index, head);
  const proof = unsignedProof(entry.text, index, pathLines(path));
  return { place: { ...head, index, proof }, opening: entry.opening };
}
