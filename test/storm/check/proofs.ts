/** Receipts prove their ballots, every checkpoint is a beginning of the published log, and the close is the end. */
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Attempt, Claim, Event } from '../history.js';
import type { Published, PublishedLog, Violation } from './evidence.js';
import { leafOf, rootBy, Tree } from './merkle.js';
import { openNote, readProof } from './signed-note.js';

type Find = (rule: Violation['rule'], what: string) => void;

/** Nothing, where there is no log. */
export function checkProofs(
  published: Published,
  attempts: readonly Attempt[],
  events: readonly Event[],
): Violation[] {
  const { log, election } = published;
  if (!log) return [];
  const found: Violation[] = [];
  const find: Find = (rule, what) => found.push({ rule, election, what });
  const tree = new Tree(log.entries);
  const asserted = (note: string, what: string) => assertBeginning(log, tree, note, what, find);

  asserted(log.checkpoint, 'the published checkpoint');
  for (const event of events)
    if (event.type === 'checkpoint' && event.election === election)
      asserted(event.note, `the checkpoint shown at ${Math.round(event.at)} ms`);
  for (const { outcome, choice } of attempts) {
    if (outcome.kind !== 'ok') continue;
    const { claim } = outcome;
    const what = `the receipt of ballot ${claim.sequence}`;
    const fault = faultOf(claim, numbered(choice, published), log, tree);
    if (fault) find('unproved', `${what}, ${fault},`);
    const note = readProof(proofIn(claim))?.note;
    if (note !== undefined) asserted(note, what);
  }
  checkEnd(published, log, find);
  return found;
}

function assertBeginning(log: PublishedLog, tree: Tree, note: string, what: string, find: Find): void {
  const opened = openNote(note, log.key);
  if (typeof opened === 'string') return find('unproved', `${what}, ${opened},`);
  if (opened.size > tree.size || !opened.root.equals(tree.root(opened.size)))
    find('forked', `${what}, of ${opened.size} entries,`);
}

interface Receipt {
  readonly proof?: string;
  readonly salt?: string;
  readonly key?: string;
}

const proofIn = ({ receipt }: Claim): string => (receipt as Receipt | undefined)?.proof ?? '';

function faultOf(claim: Claim, text: string, log: PublishedLog, tree: Tree): string | undefined {
  const { salt = '', key } = (claim.receipt ?? {}) as Receipt;
  const proof = readProof(proofIn(claim));
  if (!proof) return 'without a proof';
  if (key !== log.key) return `of the key ${key}`;
  if (proof.index !== claim.sequence) return `of the entry ${proof.index}`;
  if (proof.entry.toString() !== log.entries[proof.index]) return 'of another entry than the published one';
  const size = Number(proof.note.split('\n')[1]);
  const root = rootBy(leafOf(proof.entry), proof.index, size, proof.path);
  if (size > tree.size || !root?.equals(tree.root(size))) return 'whose path leads elsewhere';
  const said = JSON.parse(proof.entry.toString()) as { ballot: string; choice: string };
  if (said.ballot !== claim.ballot) return `of the ballot ${said.ballot}`;
  if (said.choice !== commitmentOf(salt, text)) return 'whose entry is of another choice';
  return undefined;
}

/** The choice by the candidates' numbers: `plurality:3`. */
const numbered = (choice: string, { candidates }: Pick<Published, 'candidates'>): string => {
  const [method = '', marks = ''] = choice.split(':');
  const numbers = marks.split(',').map((id) => candidates.indexOf(id) + 1);
  return `${method}:${numbers.sort((a, b) => a - b).join(',')}`;
};

export const commitmentOf = (salt: string, text: string): string =>
  createHash('sha256')
    .update('voix-choice/1\n')
    .update(Buffer.from(salt, 'base64url'))
    .update(text)
    .digest('base64url');

interface Said {
  readonly type: string;
  readonly voter?: string;
  readonly voters?: number;
  readonly choice?: string;
  readonly tiers?: Readonly<Record<string, { readonly counted: number }>>;
  readonly counts?: readonly number[];
}

/** One close, after the last ballot; it and the last proclamation say what the ballots say. */
function checkEnd(published: Published, log: PublishedLog, find: Find): void {
  const said = log.entries.map((entry) => JSON.parse(entry) as Said);
  const closes = said.flatMap(({ type }, i) => (type === 'close' ? [i] : []));
  const [close] = closes;
  if (close === undefined) return find('lost', 'the close');
  if (closes.length > 1) find('doubled', 'the close');
  for (const [i, { type }] of said.entries())
    if (type === 'ballot' && i > close) find('late', `ballot ${i}, after the close at ${close},`);
  for (const [i, opening] of log.openings.entries())
    if (opening && commitmentOf(...opening) !== said[i]?.choice)
      find('unproved', `the opening of ballot ${i}`);

  const voters = new Set(said.flatMap(({ type, voter = '' }) => (type === 'ballot' ? [voter] : [])));
  const counted = Object.values(said[close]?.tiers ?? {}).reduce((sum, tier) => sum + tier.counted, 0);
  if (said[close]?.voters !== voters.size)
    find('miscounted', `the ${said[close]?.voters} voters of the close`);
  const { counts = {}, ballots } = published.results.at(-1)?.seen ?? {};
  if (counted !== ballots) find('miscounted', `the ${counted} ballots that count, by the close,`);
  const proclaimed = said.findLast(({ type }) => type === 'proclamation')?.counts;
  const right = published.candidates.map((id) => counts[id] ?? 0);
  if (!isDeepStrictEqual(proclaimed, right)) find('miscounted', `the proclamation of ${String(proclaimed)}`);
}
