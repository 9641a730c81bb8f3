/** A made-up log of an honest backend, and receipts of it. */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { Claim } from '../history.js';
import type { Evidence, PublishedLog } from './evidence.js';
import { evidenceOf, ELECTION, nothing, seen, type Made } from './honest.js';
import { leafOf, Tree } from './merkle.js';
import { commitmentOf } from './proofs.js';

const CANDIDATES = ['amina', 'bruno', 'chloe'];

export interface Signer {
  readonly vkey: string;
  note(tree: Tree, size: number): string;
}

export function aSigner(name = `made.test/${ELECTION}`): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = Buffer.concat([
    Buffer.of(1),
    Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'),
  ]);
  const id = createHash('sha256').update(`${name}\n`).update(key).digest().subarray(0, 4);
  return {
    vkey: `${name}+${id.toString('hex')}+${key.toString('base64')}`,
    note(tree, size) {
      const text = `${name}\n${size}\n${tree.root(size).toString('base64')}\n`;
      const signature = Buffer.concat([id, sign(null, Buffer.from(text), privateKey)]);
      return `${text}\n— ${name} ${signature.toString('base64')}\n`;
    },
  };
}

export interface MadeLog {
  readonly made: Made;
  readonly signer: Signer;
  readonly log: { -readonly [K in keyof PublishedLog]: PublishedLog[K] };
  readonly tree: Tree;
  readonly claims: Claim[];
}

/** Ballots from the first index on, then the close and the proclamation; a receipt for each ballot. */
export function aLog(choices: readonly string[]): MadeLog {
  const made = nothing();
  const signer = aSigner();
  const salts = choices.map(() => randomBytes(16).toString('base64url'));
  const texts = choices.map((candidate) => `plurality:${CANDIDATES.indexOf(candidate) + 1}`);
  const of = (said: object) => JSON.stringify({ election: ELECTION, ...said });
  choices.forEach((candidate, i) =>
    made.ballots.push({ ballot: `b${i}`, sequence: i + 1, voter: `v${i}`, choice: `plurality:${candidate}` }),
  );
  const { counts } = seen(made) as { counts: Record<string, number> };
  const device = { counted: choices.length, review: 0, invalidated: 0 };
  const entries = [
    of({ type: 'opening' }),
    ...choices.map((_, i) => {
      const choice = commitmentOf(salts[i] ?? '', texts[i] ?? '');
      return of({ type: 'ballot', ballot: `b${i}`, voter: `v${i}`, choice });
    }),
    of({ type: 'close', voters: choices.length, tiers: { device } }),
    of({ type: 'proclamation', counts: CANDIDATES.map((id) => counts[id] ?? 0) }),
  ];
  const tree = new Tree(entries);
  const claims = choices.map((candidate, i): Claim => {
    const index = i + 1;
    const path = pathOf(tree, entries, index);
    const entry = Buffer.from(entries[index] ?? '').toString('base64');
    const lines = path.map((hash) => `${hash.toString('base64')}\n`).join('');
    const note = signer.note(tree, entries.length);
    const proof = `c2sp.org/tlog-proof@v1\nextra ${entry}\nindex ${index}\n${lines}\n${note}`;
    const receipt = { proof, salt: salts[i], key: signer.vkey };
    return { ballot: `b${i}`, sequence: index, choice: `plurality:${candidate}`, changed: false, receipt };
  });
  const openings = entries.map((_, i): readonly [string, string] | null => {
    const [salt, text] = [salts[i - 1], texts[i - 1]];
    return salt === undefined || text === undefined ? null : [salt, text];
  });
  const log = { key: signer.vkey, entries, openings, checkpoint: signer.note(tree, entries.length) };
  return { made, signer, log, tree, claims };
}

/** The siblings of a leaf, as §2.1.1 defines them. */
function pathOf(tree: Tree, entries: readonly string[], index: number): Buffer[] {
  function path(from: number, to: number): Buffer[] {
    if (to - from === 1) return [];
    let half = 1;
    while (half * 2 < to - from) half *= 2;
    const middle = from + half;
    const rootOf = (a: number, b: number) =>
      b - a === 1 ? leafOf(entries[a] ?? '') : new Tree(entries.slice(a, b)).root(b - a);
    return index < middle
      ? [...path(from, middle), rootOf(middle, to)]
      : [...path(middle, to), rootOf(from, middle)];
  }
  return path(0, tree.size);
}

/** The evidence of a made-up log: each voter was given a receipt. */
export function loggedEvidence({ made, log, claims }: MadeLog): Evidence {
  const events = claims.flatMap((claim, attempt) => {
    const { voter = '' } = made.ballots[attempt] ?? {};
    const asked = { election: ELECTION, voter, key: `k${attempt}`, choice: claim.choice };
    return [
      { type: 'invoke', attempt, at: 2 * attempt, ...asked },
      { type: 'ok', attempt, at: 2 * attempt + 1, claim },
    ] as const;
  });
  const last = log.entries.length - 1;
  const results = [{ by: 'the backend', seen: { ...seen(made), version: last } }];
  const evidence = evidenceOf(made, { log, last, results });
  return { ...evidence, histories: [[...made.events, ...events]] };
}
