import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hash } from 'node:crypto';
import type { Known } from '../../../src/server/storage/deciding.js';
import { randomOf } from '../../../src/server/storage/random.js';
import { sequence, type Means } from '../../../src/server/storage/sequencing.js';
import { CLOSES, DURING } from '../support/backend.js';
import { aCast, approve, vote } from './casts.js';

const E = 'election';
const nothing: Known = { heads: [{ election: E, version: 0, ballots: 0 }], byKey: [], byVoter: [] };
/** Draws such that nothing is moved. */
const means: Means = {
  sha: (bytes) => hash('sha256', bytes, 'buffer'),
  random: { ...randomOf(2011), below: (count) => count - 1 },
};

describe('sequence', () => {
  it('meets keys and voters of its own batch as if they had been stored before', () => {
    const first = aCast(E, { voter: 'one' });
    const { outcomes, ballots } = sequence(
      [first, first, { ...first, voter: 'two' }, aCast(E, { voter: 'one', revote: false })],
      nothing,
      DURING,
      means,
    );
    assert.deepEqual(
      outcomes.map((outcome) => 'kind' in outcome && outcome.kind),
      ['stored', 'repeated', 'key-reused', 'already-voted'],
    );
    assert.equal(ballots.length, 1);
  });

  it('goes on from the head, and writes each voter, head and count once', () => {
    const known: Known = {
      heads: [{ election: E, version: 10, ballots: 7 }],
      byKey: [],
      byVoter: [
        { election: E, voter: 'one', sequence: 4, choice: vote('amina'), counts: true, isFixed: false },
      ],
    };
    const casts = ['bruno', 'chloe'].map((candidate) => aCast(E, { voter: 'one', choice: vote(candidate) }));
    const { ballots, standing, heads, votes } = sequence(
      [...casts, aCast(E, { voter: 'two' })],
      known,
      DURING,
      means,
    );
    assert.deepEqual(
      ballots.map(({ sequence: place, replaces }) => [place, replaces]),
      [
        [11, 4],
        [12, 11],
        [13, undefined],
      ],
    );
    assert.deepEqual(
      standing.map(({ voter, sequence: place }) => [voter, place]),
      [
        ['one', 12],
        ['two', 13],
      ],
    );
    assert.deepEqual(heads, [{ election: E, version: 13, ballots: 8 }]);
    // amina: one less and one more; bruno: one more and one less.
    assert.deepEqual(votes, [{ election: E, candidate: 'chloe', change: 1 }]);
  });

  it('a change of approvals takes back and adds only what differs', () => {
    const casts = [approve('a', 'b'), approve('b', 'c')].map((choice) => aCast(E, { voter: 'one', choice }));
    assert.deepEqual(
      sequence(casts, nothing, DURING, means).votes.map(({ candidate, change }) => [candidate, change]),
      [
        ['b', 1],
        ['c', 1],
      ],
    );
  });

  it('writes nothing where nothing is stored', () => {
    const { at: _, outcomes, ...toWrite } = sequence([aCast(E), aCast('unknown')], nothing, CLOSES, means);
    assert.deepEqual(outcomes[0], { kind: 'too-late' });
    assert.equal((outcomes[1] as { code?: string }).code, 'election-unknown');
    assert.deepEqual(toWrite, { ballots: [], standing: [], heads: [], votes: [], logs: [] });
  });
});
