import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closeOf, proclamationOf } from '../../../src/server/clerk/statements.js';
import { anElection } from '../support/backend.js';

const numbers = new Map([
  ['amina', 1],
  ['bruno', 2],
  ['chloe', 3],
]);
const tally = (counts: Record<string, number>, ballots = 10) => ({ version: 11, ballots, counts });

test('the close counts those who have a ballot, whatever became of it', () => {
  const tiers = {
    device: { counted: 10, review: 2, invalidated: 1 },
    email: { counted: 5, review: 0, invalidated: 0 },
  };
  assert.deepEqual(closeOf(tiers, { 'already-voted': 3 }), {
    type: 'close',
    voters: 18,
    tiers,
    refused: { 'already-voted': 3 },
  });
});

test('a proclamation names candidates by number, and counts for each of them', () => {
  assert.deepEqual(proclamationOf(anElection('maison'), tally({ chloe: 7, amina: 3 }), numbers), {
    type: 'proclamation',
    outcome: { kind: 'elected', candidate: 3, votes: 7, margin: 4 },
    counts: [3, 0, 7],
  });
});

test('a tie is proclaimed as one, those who share it in the order of their numbers', () => {
  const { outcome } = proclamationOf(anElection('maison'), tally({ chloe: 5, amina: 5 }), numbers);
  assert.deepEqual(outcome, { kind: 'tie', candidates: [1, 3], votes: 5 });
});

test('no quorum, and no ballot, are proclaimed too', () => {
  const election = anElection('maison', { quorum: 11 });
  assert.deepEqual(proclamationOf(election, tally({ amina: 10 }), numbers).outcome, {
    kind: 'no-quorum',
    ballots: 10,
    quorum: 11,
  });
  assert.deepEqual(proclamationOf(anElection('maison'), tally({}, 0), numbers), {
    type: 'proclamation',
    outcome: { kind: 'no-ballots' },
    counts: [0, 0, 0],
  });
});
