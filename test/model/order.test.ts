import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { fairOrder, mulberry32 } from '../../src/model/order.js';

const DRAWS = 10_000;

/** Chi-square of how often each of `cells` came up, against all of them being as likely. */
function chiSquare(drawn: readonly number[], cells: number): number {
  const expected = drawn.length / cells;
  const seen = new Array<number>(cells).fill(0);
  for (const cell of drawn) seen[cell] = (seen[cell] ?? 0) + 1;
  return seen.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** Seeds as devices draw them. */
const random = mulberry32(20_261_122);
const drawnSeeds = Array.from({ length: DRAWS }, () => Math.floor(random() * 2 ** 32));
/** The worst that a device could do: count. */
const countedSeeds = Array.from({ length: DRAWS }, (_, i) => i);

for (const [how, seeds] of [
  ['drawn', drawnSeeds],
  ['counted', countedSeeds],
] as const) {
  test(`every candidate is as often in every place, over 10,000 ${how} seeds`, () => {
    const candidates = [0, 1, 2, 3, 4, 5, 6, 7];
    const orders = seeds.map((seed) => fairOrder(candidates, seed));
    for (const candidate of candidates) {
      const places = orders.map((order) => order.indexOf(candidate));
      // Seven degrees of freedom, p = 0.0001: a fair order exceeds this once in ten thousand tests.
      const found = chiSquare(places, 8);
      assert.ok(found < 29.88, `candidate ${candidate}: ${found}`);
    }
  });

  test(`every order of four is as likely as any other, over 10,000 ${how} seeds`, () => {
    const orders = seeds.map((seed) => fairOrder([0, 1, 2, 3], seed).join(''));
    const all = [...new Set(orders)].sort();
    assert.equal(all.length, 24);
    // Twenty-three degrees of freedom, p = 0.0001.
    const found = chiSquare(
      orders.map((order) => all.indexOf(order)),
      24,
    );
    assert.ok(found < 57.06, `${found}`);
  });
}

test('the test of fairness finds an order that is not fair', () => {
  // Sorting by random numbers that depend on the place: the first is first too often.
  const places = drawnSeeds.map((seed) => {
    const next = mulberry32(seed);
    const weights = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => next() * (1 + i * 0.1));
    return weights.indexOf(Math.min(...weights));
  });
  assert.ok(chiSquare(places, 8) > 29.88);
});

test('the same seed gives the same order, and nobody is lost or doubled', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string()), fc.integer({ min: 0, max: 2 ** 32 - 1 }), (candidates, seed) => {
      const given = [...candidates];
      const order = fairOrder(candidates, seed);
      assert.deepEqual(candidates, given, 'the list itself is not touched');
      assert.deepEqual([...order].sort(), [...candidates].sort());
      assert.deepEqual(fairOrder(candidates, seed), order);
    }),
  );
});

test('the generator stays in [0, 1)', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (seed) => {
      const next = mulberry32(seed);
      for (let i = 0; i < 20; i++) {
        const drawn = next();
        assert.ok(drawn >= 0 && drawn < 1);
      }
    }),
  );
});
