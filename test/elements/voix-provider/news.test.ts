import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newsBetween } from '../../../src/elements/voix-provider/news.js';
import { ElectionError } from '../../../src/model/errors.js';
import type { Snapshot, VoteState } from '../../../src/model/snapshot.js';
import { choice, readySnapshot, receipt, voted } from '../snapshots.js';

const loading: Snapshot = { status: 'loading' };
const offline = new ElectionError('offline');
const vote = (vote: VoteState): Snapshot => readySnapshot({ vote });

describe('the news between two snapshots', () => {
  it('a ballot that was on its way is counted', () => {
    for (const before of [vote({ kind: 'casting', choice }), vote({ kind: 'kept', choice, error: offline })])
      assert.deepEqual(newsBetween(before, vote(voted)), { voted: receipt });
  });

  it('a vote of an earlier visit, found again, is none', () => {
    for (const before of [loading, vote({ kind: 'unknown' }), vote({ kind: 'none' }), vote(voted)])
      assert.deepEqual(newsBetween(before, vote(voted)), {});
  });

  it('going back to the vote that counts, from a paper or a refusal, is none', () => {
    const error = new ElectionError('voting-closed');
    for (const before of [
      vote({ kind: 'confirming', choice, receipt }),
      vote({ kind: 'refused', choice, error, receipt }),
    ])
      assert.deepEqual(newsBetween(before, vote(voted)), {});
  });

  it('an error is told once, however many snapshots it stays in', () => {
    const kept = vote({ kind: 'kept', choice, error: offline });
    assert.deepEqual(newsBetween(vote({ kind: 'casting', choice }), kept), { error: offline });
    assert.deepEqual(newsBetween(kept, vote({ kind: 'kept', choice, error: offline })), {});
  });

  it('another error is told as well', () => {
    const timeout = new ElectionError('timeout');
    const before = vote({ kind: 'kept', choice, error: offline });
    assert.deepEqual(newsBetween(before, vote({ kind: 'kept', choice, error: timeout })), { error: timeout });
  });

  it('an election that cannot be had is an error too', () => {
    const error = new ElectionError('election-unknown');
    assert.deepEqual(newsBetween(loading, { status: 'failed', error }), { error });
  });
});
