/** A voter's receipt, or tracking code, against a log that was audited. */
import type { AuditedLog } from './audit.js';
import { equal, fromBase64Url, textOf, type Sha256 } from './bytes.js';
import type { Checkpoint } from './checkpoint.js';
import { isId, isRecord, readEntry, type Ballot } from './entry.js';
import type { Values, Verdict } from './findings.js';
import { signedBy } from './note.js';
import { commitment } from './openings.js';
import { parseProof, type Proof } from './proof.js';
import { codeText, readCode, type TrackingCode } from './tracking-code.js';
import { leadsTo, leafHash } from './tree.js';

export const RECEIPT_CODES = {
  'receipt-counted': 'ok',
  'receipt-sealed': 'ok',
  'receipt-replaced': 'warning',
  'receipt-review': 'warning',
  'receipt-invalidated': 'warning',
  'receipt-newer': 'unknown',
  'receipt-malformed': 'failed',
  'receipt-elsewhere': 'failed',
  'receipt-absent': 'failed',
  'receipt-signature-wrong': 'failed',
  'receipt-proof-wrong': 'failed',
  'receipt-forked': 'failed',
  'receipt-other-entry': 'failed',
  'receipt-choice-wrong': 'failed',
} as const satisfies Readonly<Record<string, Verdict>>;
export type ReceiptCode = keyof typeof RECEIPT_CODES;

export interface ReceiptFinding {
  readonly code: ReceiptCode;
  readonly values: Values;
}

interface Receipt {
  readonly proof: Proof;
  readonly entry: Ballot & { readonly election: string };
  readonly salt: string;
  /** The choice as the log has it. */
  readonly text: string;
}

/**
 * @param text the receipt as the voter kept it (JSON), or a tracking code
 * @returns what is to be said of it, the worst first
 */
export function checkReceipt(
  text: string,
  log: AuditedLog,
  checkpoint: Checkpoint,
  sha256: Sha256,
): readonly ReceiptFinding[] {
  const code = readCode(text);
  if (code) return [stateOf(code, log, checkpoint)];
  const receipt = readReceipt(text, log);
  if (!receipt) return [{ code: 'receipt-malformed', values: {} }];
  const { proof, entry } = receipt;
  if (proof.checkpoint.origin !== checkpoint.origin || entry.election !== checkpoint.election)
    return [{ code: 'receipt-elsewhere', values: { origin: proof.checkpoint.origin } }];
  const wrong = faultOf(receipt, log, checkpoint, sha256);
  if (wrong) return [{ code: wrong, values: { index: proof.index, size: proof.checkpoint.size } }];
  return [
    stateOf({ index: proof.index, firstBits: firstBits(entry.ballot) }, log, checkpoint),
    { code: 'receipt-sealed', values: { choice: receipt.text } },
  ];
}

/** The first 30 bits of an id. */
function firstBits(id: string): number {
  const [a = 0, b = 0, c = 0, d = 0] = fromBase64Url(id) ?? [];
  return ((a << 22) | (b << 14) | (c << 6) | (d >> 2)) >>> 0;
}

/** What has become of the ballot at this place. */
function stateOf(code: TrackingCode, log: AuditedLog, { size }: Checkpoint): ReceiptFinding {
  const { index } = code;
  const values = { index, code: codeText(code), size };
  if (index >= size) return { code: 'receipt-newer', values };
  const ballot = log.replay.register.at(index);
  if (ballot?.firstBits !== code.firstBits) return { code: 'receipt-absent', values };
  if (ballot.standing !== index)
    return { code: 'receipt-replaced', values: { ...values, standing: ballot.standing } };
  return { code: `receipt-${ballot.state}`, values };
}

/** What does not hold; `undefined` where all does. */
function faultOf(
  { proof, entry, salt, text }: Receipt,
  { tree, replay }: AuditedLog,
  checkpoint: Checkpoint,
  sha256: Sha256,
): ReceiptCode | undefined {
  const { size, root, note } = proof.checkpoint;
  const leaf = leafHash(sha256, proof.entry);
  if (!leadsTo(sha256, { index: proof.index, size }, leaf, proof.path, root)) return 'receipt-proof-wrong';
  if (commitment(sha256, { salt, text }) !== entry.choice) return 'receipt-choice-wrong';
  // A log that is older than the receipt does not know the key of then.
  const key = size <= checkpoint.size ? replay.keys.inForce(size) : undefined;
  if (key && signedBy(note, key) !== 'signed') return 'receipt-signature-wrong';
  if (size <= tree.size && !equal(tree.root(size), root)) return 'receipt-forked';
  if (proof.index < tree.size && !equal(tree.leaf(proof.index), leaf)) return 'receipt-other-entry';
  return undefined;
}

function readReceipt(json: string, log: AuditedLog): Receipt | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (!isRecord(value) || typeof value['proof'] !== 'string' || !isId(value['salt'])) return undefined;
  const proof = parseProof(value['proof']);
  if (!proof) return undefined;
  const read = readEntry(textOf(proof.entry) ?? '');
  if (!read.ok || !read.canonical || read.entry.type !== 'ballot') return undefined;
  if (read.entry.ballot !== value['ballot']) return undefined;
  const text = typeof value['text'] === 'string' ? value['text'] : textOfChoice(value['choice'], log);
  return { proof, entry: read.entry, salt: value['salt'], text };
}

/** A choice that names candidates by their ids, as the log has it. */
function textOfChoice(choice: unknown, { book }: AuditedLog): string {
  const { method, candidate, candidates } = isRecord(choice) ? choice : {};
  const ids: readonly unknown[] = Array.isArray(candidates) ? (candidates as unknown[]) : [candidate];
  const numbers = [...book.hashes.keys()].filter((number) => ids.includes(book.profile(number)?.id));
  return `${typeof method === 'string' ? method : ''}:${numbers.sort((a, b) => a - b).join(',')}`;
}
