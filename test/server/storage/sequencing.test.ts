import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sequence, type Known } from '../../../src/server/storage/sequencing.js';
import { CLOSES, DURING } from '../support/backend.js';
import { aCast, approve, vote } from './casts.js';

const E = 'election';
const nothing: Known = { heads: [{ election: E, version: 0, ballots: 0 }], byKey: [], byVoter: [] };

describe('sequence', () => {
  it('meets keys and voters of its own batch as if they had been stored before', () => {
    const first = aCast(E, { voter: 'one' });
    const { outcomes, ballots } = sequence(
      [first, first, { ...first, voter: 'two' }, aCast(E, { voter: 'one', revote: false })],
      nothing,
      DURING,
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
      byVoter: [{ election: E, voter: 'one', sequence: 4, choice: vote('amina') }],
    };
    const casts = ['bruno', 'chloe'].map((candidate) => aCast(E, { voter: 'one', choice: vote(candidate) }));
    const { ballots, counted, heads, votes } = sequence(
      [...casts, aCast(E, { voter: 'two' })],
      known,
      DURING,
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
      counted.map(({ voter, sequence: place }) => [voter, place]),
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
      sequence(casts, nothing, DURING).votes.map(({ candidate, change }) => [candidate, change]),
      [
        ['b', 1],
        ['c', 1],
      ],
    );
  });

  it('writes nothing where nothing is stored', () => {
    const { at: _, outcomes, ...toWrite } = sequence([aCast(E), aCast('unknown')], nothing, CLOSES);
    assert.deepEqual(outcomes[0], { kind: 'too-late' });
    assert.equal((outcomes[1] as { code?: string }).code, 'election-unknown');
    assert.deepEqual(toWrite, { ballots: [], counted: [], heads: [], votes: [] });
  });
});
