/** Who signed the checkpoint, and whether it follows from earlier ones. */
import { equal, fromBase64, type Sha256 } from './bytes.js';
import type { Checkpoint } from './checkpoint.js';
import type { Findings } from './findings.js';
import { cosignedBy, parseKey, signedBy } from './note.js';
import type { Replay } from './replay.js';
import type { RuleBook } from './rule-book.js';
import type { SeenCheckpoint } from './seen.js';
import type { Tree } from './tree.js';

export function checkKey(
  { note, size }: Checkpoint,
  { keys }: Replay,
  book: RuleBook,
  given: readonly string[],
  findings: Findings,
): void {
  const key = keys.inForce(size);
  // Without the rules nobody's key is known; rules that name none would let anyone sign.
  if (!key && book.inForce && !findings.has('key-malformed')) findings.add('key-none');
  if (!key) return;
  findings.reach('signature');
  const signed = signedBy(note, key);
  if (signed === 'missing') findings.add('signature-other-key', { key: key.text });
  if (signed === 'wrong') findings.add('signature-wrong', { key: key.text });
  if (given.length === 0) findings.add('key-own', { key: key.text });
  else if (!given.includes(key.text)) {
    const replaced = given.find((one) => keys.has(one));
    findings.add(replaced ? 'key-replaced' : 'key-not-this', {
      key: key.text,
      given: replaced ?? given.join(', '),
    });
  }
}

/** @returns the names of those who signed */
export function checkWitnesses(
  { note, origin }: Checkpoint,
  book: RuleBook,
  sha256: Sha256,
  findings: Findings,
): string[] {
  const rules = book.inForce;
  if (!rules) return [];
  findings.reach('witnesses');
  if (rules.witnesses.length === 0) findings.add('witnesses-none');
  const known = new Set<string>();
  const signed: string[] = [];
  for (const text of rules.witnesses) {
    const key = parseKey(sha256, 'witness', text);
    if (!key) {
      findings.add('witness-malformed', { key: text });
      continue;
    }
    known.add(`${key.name} ${key.id}`);
    const found = cosignedBy(note, key);
    if (found === 'missing') findings.add('witness-missing', { name: key.name });
    if (found === 'wrong') findings.add('cosignature-wrong', { name: key.name });
    if (found === 'signed') signed.push(key.name);
  }
  for (const { name, id } of note.signatures)
    if (name !== origin && !known.has(`${name} ${id}`)) findings.add('cosigner-unknown', { name });
  return signed;
}

/** The log of now against what it was: each checkpoint that was seen must be a beginning of this one. */
export function checkSeen(
  { size, root }: Checkpoint,
  tree: Tree,
  seen: readonly SeenCheckpoint[],
  findings: Findings,
): void {
  // Where the files are not those that were signed, what they were earlier cannot be told.
  const whole = !findings.hasFailed('tree');
  if (whole) findings.reach('consistency');
  if (seen.length === 0) findings.add('checkpoint-first');
  for (const before of seen) {
    const was = fromBase64(before.root) ?? new Uint8Array();
    if (before.size > size) findings.add('checkpoint-shrunk', { before: before.size, size });
    else if (before.size === size ? !equal(root, was) : whole && !equal(tree.root(before.size), was))
      findings.add('checkpoint-forked', { before: before.size, size });
  }
}
