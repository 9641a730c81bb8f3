/** An election's log as its storage has it, held against what RFC 6962 says: by hand, with none of our code. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Statement } from '../../../src/log/entry.js';
import type { LogHead, LogStorage, Opening, Place } from '../../../src/server/storage/log-storage.js';
import type { CastOutcome, Storage } from '../../../src/server/storage/storage.js';

const sha256 = (...parts: readonly (Uint8Array | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const leafOf = (entry: string): Buffer => sha256('\0', entry);

/** MTH of RFC 6962 §2.1. */
function rootOf(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (!only) return sha256();
  if (leaves.length === 1) return only;
  let left = 1;
  while (left * 2 < leaves.length) left *= 2;
  return sha256('\u0001', rootOf(leaves.slice(0, left)), rootOf(leaves.slice(left)));
}

/** PATH of RFC 6962 §2.1.1. */
function pathOf(index: number, leaves: readonly Uint8Array[]): Uint8Array[] {
  if (leaves.length === 1) return [];
  let left = 1;
  while (left * 2 < leaves.length) left *= 2;
  return index < left
    ? [...pathOf(index, leaves.slice(0, left)), rootOf(leaves.slice(left))]
    : [...pathOf(index - left, leaves.slice(left)), rootOf(leaves.slice(0, left))];
}

export interface WholeLog extends LogHead {
  readonly texts: readonly string[];
  readonly entries: readonly Entry[];
  readonly leaves: readonly Uint8Array[];
  readonly openings: readonly (Opening | null)[];
}

/** What an entry says, whatever it is. */
export type Entry = Readonly<Record<string, unknown>> & { readonly type: string };

export function logOf({ log }: Storage): LogStorage {
  assert.ok(log, 'the storage keeps logs');
  return log;
}

/** All of a log, after holding its entries, hashes and root against each other. */
export async function wholeLog(storage: Storage, election: string): Promise<WholeLog> {
  const log = logOf(storage);
  const head = await log.head(election);
  assert.ok(head, 'the election has a log');
  const texts: string[] = [];
  const hashes: Uint8Array[] = [];
  const openings: (Opening | null)[] = [];
  for (let from = 0; from < head.size; from += 256) {
    const to = Math.min(from + 256, head.size);
    texts.push(...(await log.entries(election, from, to)));
    hashes.push(...(await log.hashes(election, 0, from, to)));
    openings.push(...(await log.openings(election, from, to)));
  }
  for (const index of [0, Math.floor(head.size / 2), head.size - 1])
    assert.deepEqual(await log.entry(election, index), { text: texts[index], opening: openings[index] });
  assert.equal(await log.entry(election, head.size), undefined);
  const leaves = texts.map(leafOf);
  assert.equal(texts.length, head.size);
  assert.deepEqual(hashes.map(hex), leaves.map(hex));
  assert.equal(hex(rootOf(leaves)), hex(head.root));
  const tiles = await log.hashes(election, 1, 0, Math.floor(head.size / 256));
  assert.deepEqual(
    tiles.map(hex),
    tiles.map((_, i) => hex(rootOf(leaves.slice(i * 256, (i + 1) * 256)))),
  );
  assert.equal(tiles.length, Math.floor(head.size / 256));
  const ofSixteen = Array.from({ length: Math.floor(head.size / 16) }, (_, i) =>
    hex(rootOf(leaves.slice(i * 16, (i + 1) * 16))),
  );
  const halves = (await log.hashes(election, 0.5, 0, ofSixteen.length)).map(hex);
  if (halves.length === ofSixteen.length) assert.deepEqual(halves, ofSixteen);
  else assert.ok(halves.every((half) => ofSixteen.includes(half)));
  const entries = texts.map((text) => JSON.parse(text) as Entry);
  entries.forEach((entry, i) => assertOpens(entry, openings[i] ?? null));
  return { ...head, texts, entries, leaves, openings };
}

/** A ballot's commitment is that of its salt and its choice; nothing else has one. */
function assertOpens(entry: Entry, opening: Opening | null): void {
  if (entry.type !== 'ballot') return assert.equal(opening, null);
  assert.ok(opening);
  const salt = Buffer.from(opening.salt, 'base64url');
  assert.equal(salt.length, 16);
  assert.equal(entry['choice'], sha256('voix-choice/1\n', salt, opening.text).toString('base64url'));
}

/** The head was the log's when it had that many entries. */
export const assertPrefix = ({ size, root }: LogHead, { leaves }: WholeLog): void =>
  assert.equal(hex(root), hex(rootOf(leaves.slice(0, size))));

/** The place is where the entry stands, in the tree of its size. */
export function assertPlace(place: Place, whole: WholeLog): void {
  const leaves = whole.leaves.slice(0, place.size);
  assertPrefix(place, whole);
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
  assert.deepEqual(place.proof.split('\n'), [
    'c2sp.org/tlog-proof@v1',
    `extra ${base64(Buffer.from(whole.texts[place.index] ?? ''))}`,
    `index ${place.index}`,
    ...pathOf(place.index, leaves).map(base64),
    '',
    '',
  ]);
}

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

export interface Rules {
  readonly candidates: readonly { readonly number: number; readonly profile: string }[];
}

export type Stored = Extract<CastOutcome, { kind: 'stored' }> & { readonly place: Place };

/** Those that were stored in a log. */
export const storedIn = (outcomes: readonly CastOutcome[]): Stored[] =>
  outcomes.filter((one): one is Stored => one.kind === 'stored' && one.place !== undefined);

/** See `LogStorage.append`. */
export const append = (storage: Storage, election: string, statement: Statement, size?: number) =>
  logOf(storage).append(election, statement, size);

/** A document, which is what its name says. */
export async function textOf(storage: Storage, hash: string): Promise<string | null | undefined> {
  const text = await logOf(storage).document(hash);
  if (typeof text === 'string') assert.equal(sha256(text).toString('base64url'), hash);
  return text;
}

export const documentIn = async (storage: Storage, entry: Entry | undefined): Promise<unknown> =>
  JSON.parse((await textOf(storage, String(entry?.['document']))) ?? 'null');
