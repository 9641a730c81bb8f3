import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { roundedShares, standings, votesOf } from '../../src/model/tally.js';
import { approval, plurality } from './arbitraries.js';

test('under plurality the percentages that are shown add up to 100.0', () => {
  fc.assert(
    fc.property(plurality, ({ candidates, tally }) => {
      const sum = standings(candidates, tally).reduce((sum, row) => sum + row.permille, 0);
      assert.equal(sum, tally.ballots === 0 ? 0 : 1000);
    }),
  );
});

test('no percentage is a tenth or more from the exact one, and nobody without a vote has one', () => {
  fc.assert(
    fc.property(fc.oneof(plurality, approval), ({ candidates, tally }) => {
      for (const { votes, permille } of standings(candidates, tally)) {
        const exact = tally.ballots === 0 ? 0 : (votes * 1000) / tally.ballots;
        assert.ok(Math.abs(permille - exact) < 1, `${permille} for ${exact}`);
        assert.ok(Number.isInteger(permille) && permille >= 0 && permille <= 1000);
        if (votes === 0) assert.equal(permille, 0);
      }
    }),
  );
});

test('who has more votes comes first, has the better rank, and no smaller percentage', () => {
  fc.assert(
    fc.property(fc.oneof(plurality, approval), ({ candidates, tally }) => {
      const rows = standings(candidates, tally);
      assert.deepEqual(rows.map(({ candidate }) => candidate).sort(), [...candidates].sort());
      rows.forEach((row, i) => {
        assert.equal(row.votes, votesOf(tally, row.candidate));
        assert.equal(row.rank, 1 + rows.filter((other) => other.votes > row.votes).length);
        const before = rows[i - 1];
        if (!before) return;
        assert.ok(before.votes >= row.votes);
        assert.ok(before.permille >= row.permille);
        if (before.votes === row.votes)
          assert.ok(candidates.indexOf(before.candidate) < candidates.indexOf(row.candidate));
      });
    }),
  );
});

test('equals share a rank, and the next one is passed over', () => {
  const rows = standings(['a', 'b', 'c', 'd'], { version: 5, ballots: 5, counts: { b: 2, c: 2, d: 1 } });
  assert.deepEqual(
    rows.map(({ candidate, rank, permille }) => [candidate, rank, permille]),
    [
      ['b', 1, 400],
      ['c', 1, 400],
      ['d', 3, 200],
      ['a', 4, 0],
    ],
  );
});

test('thirds are 33.4, 33.3 and 33.3', () => {
  assert.deepEqual(roundedShares([1, 1, 1], 3), [334, 333, 333]);
});

test('under approval each percentage is of the ballots', () => {
  const rows = standings(['a', 'b'], { version: 4, ballots: 4, counts: { a: 4, b: 2 } });
  assert.deepEqual(
    rows.map(({ permille }) => permille),
    [1000, 500],
  );
});

test('only the own counts of a tally count', () => {
  const tally = { version: 1, ballots: 1, counts: { a: 1 } };
  assert.equal(votesOf(tally, 'constructor'), 0);
  assert.equal(votesOf({ ...tally, counts: { constructor: 1 } as never }, 'constructor'), 1);
});
