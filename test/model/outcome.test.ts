import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Candidate, Rules } from '../../src/model/election.js';
import { outcomeOf } from '../../src/model/outcome.js';
import type { Tally } from '../../src/model/tally.js';
import { plurality } from './arbitraries.js';

const electionOf = (ids: readonly string[], quorum = 0) => ({
  candidates: ids.map((id): Candidate => ({ id, name: id })),
  rules: { quorum, method: { kind: 'plurality' } } as Rules,
});
const tally = (ballots: number, counts: Tally['counts']): Tally => ({ version: ballots, ballots, counts });

test('the candidate with the most votes is elected, by so many ahead of the second', () => {
  assert.deepEqual(outcomeOf(electionOf(['a', 'b', 'c']), tally(9, { a: 2, b: 5, c: 2 })), {
    kind: 'elected',
    candidate: 'b',
    votes: 5,
    margin: 3,
  });
});

test('who stands alone is ahead by all votes', () => {
  const outcome = outcomeOf(electionOf(['a']), tally(3, { a: 3 }));
  assert.deepEqual(outcome, { kind: 'elected', candidate: 'a', votes: 3, margin: 3 });
});

test('equals at the top are a tie, and nobody is elected by the order of a list', () => {
  const outcome = outcomeOf(electionOf(['a', 'b', 'c']), tally(5, { b: 2, c: 2, a: 1 }));
  assert.deepEqual(outcome, { kind: 'tie', candidates: ['b', 'c'], votes: 2 });
});

test('below the quorum nobody is elected, not even by all votes', () => {
  assert.deepEqual(outcomeOf(electionOf(['a'], 10), tally(9, { a: 9 })), {
    kind: 'no-quorum',
    ballots: 9,
    quorum: 10,
  });
  assert.equal(outcomeOf(electionOf(['a'], 10), tally(10, { a: 10 })).kind, 'elected');
  assert.equal(outcomeOf(electionOf(['a'], 10), tally(0, {})).kind, 'no-quorum');
});

test('without a ballot there is nothing to proclaim, and without candidates neither', () => {
  assert.deepEqual(outcomeOf(electionOf(['a', 'b']), tally(0, {})), { kind: 'no-ballots' });
  assert.deepEqual(outcomeOf(electionOf([]), tally(0, {})), { kind: 'no-ballots' });
});

test('of any tally there is one outcome, and it agrees with the counts', () => {
  fc.assert(
    fc.property(plurality, fc.nat(20), ({ candidates, votes, tally }, quorum) => {
      const outcome = outcomeOf(electionOf(candidates, quorum), tally);
      const most = Math.max(...votes);
      const leaders = candidates.filter((_, i) => votes[i] === most);
      if (tally.ballots < quorum) assert.equal(outcome.kind, 'no-quorum');
      else if (most === 0) assert.equal(outcome.kind, 'no-ballots');
      else if (leaders.length > 1)
        assert.deepEqual(outcome, { kind: 'tie', candidates: leaders, votes: most });
      else {
        const second = Math.max(0, ...votes.filter((_, i) => candidates[i] !== leaders[0]));
        assert.deepEqual(outcome, {
          kind: 'elected',
          candidate: leaders[0],
          votes: most,
          margin: most - second,
        });
      }
    }),
  );
});
