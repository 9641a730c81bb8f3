import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { test } from 'node:test';
import { EMPTY, appended, leafHash } from '../../../src/log/tree.js';
import type { Known } from '../../../src/server/storage/deciding.js';
import { castsIn, committed, flatCasts, outcomesOf } from '../../../src/server/storage/flat-casts.js';
import { randomOf } from '../../../src/server/storage/random.js';
import { sequence } from '../../../src/server/storage/sequencing.js';
import { DURING } from '../support/backend.js';
import { aCast, approve, many, vote } from './casts.js';

const sha = (bytes: Uint8Array) => hash('sha256', bytes, 'buffer');
const log = {
  peaks: appended(sha, EMPTY, [leafHash(sha, 'opening')]).frontier.peaks,
  isClosed: false,
  numbers: new Map([['amina', 1]]),
};
const stored = { ...aCast('with-a-log'), sequence: 1, at: '2026-11-01T00:00:00.000Z', replaces: undefined };
const known: Known = {
  heads: [
    { election: 'with-a-log', version: 0, ballots: 0, log },
    { election: 'without', version: 7, ballots: 7 },
  ],
  byKey: [],
  byVoter: [{ ...stored, counts: true, isFixed: false }],
};

test('casts and what became of them are the same on the other side', () => {
  const again = aCast('without', { choice: approve('x', 'y"\\\n') });
  const casts = [
    ...many(5, 'with-a-log'),
    ...many(3, 'without'),
    again,
    again,
    { ...again, voter: 'another' },
    aCast('with-a-log', { voter: stored.voter }),
    aCast('with-a-log', { choice: vote('nobody') }),
    aCast('unknown', { opens: 0, closes: Infinity }),
    aCast('without', { closes: 0 }),
  ];
  assert.deepEqual(castsIn(structuredClone(flatCasts(casts))), casts);
  const sequenced = sequence(casts, known, DURING, { sha, random: randomOf(1) });
  const told = structuredClone(committed(sequenced));
  assert.deepEqual(plain(outcomesOf(casts, told)), plain(sequenced.outcomes));
  assert.deepEqual(told.changed, ['with-a-log', 'without']);
});

/** Bytes as texts: a copy of a Buffer is a Uint8Array. */
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, one: unknown) =>
      one instanceof Uint8Array || (one as { type?: string } | null)?.type === 'Buffer'
        ? Buffer.from((one as { data?: number[] }).data ?? (one as Uint8Array)).toString('hex')
        : one,
    ),
  );
