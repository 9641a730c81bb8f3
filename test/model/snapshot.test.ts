import assert from 'node:assert/strict';
import test from 'node:test';
import { forOne, forSeveral } from '../../src/adapters/conformance/fixtures.js';
import type { Receipt } from '../../src/model/ballot.js';
import { ElectionError } from '../../src/model/errors.js';
import { votedFor } from '../../src/model/snapshot.js';

const receipt: Receipt = {
  election: 'e',
  ballot: 'b',
  sequence: 1,
  choice: forOne('ada'),
  at: '2026-11-22T12:00:00Z',
  tier: 'device',
  changed: false,
};

test('one has voted for whom the receipt says, not for whom one is about to', () => {
  const choice = forOne('ben');
  const error = new ElectionError('offline');
  assert.deepEqual(votedFor({ kind: 'none' }), []);
  assert.deepEqual(votedFor({ kind: 'casting', choice }), []);
  assert.deepEqual(votedFor({ kind: 'kept', choice, error }), []);
  assert.deepEqual(votedFor({ kind: 'confirming', choice, receipt }), ['ada']);
  assert.deepEqual(votedFor({ kind: 'voted', choice: receipt.choice, receipt }), ['ada']);
  const several = { ...receipt, choice: forSeveral('ada', 'ben') };
  assert.deepEqual(votedFor({ kind: 'voted', choice: several.choice, receipt: several }), ['ada', 'ben']);
});
