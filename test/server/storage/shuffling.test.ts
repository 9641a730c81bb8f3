import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { randomOf } from '../../../src/server/storage/random.js';
import { shuffled } from '../../../src/server/storage/shuffling.js';

const items = fc
  .array(fc.nat(9))
  .map((owners) => owners.map((owner, order) => ({ owner: `voter-${owner}`, order })));
const ownerOf = ({ owner }: { readonly owner: string }): string => owner;

test('nothing is lost or doubled, and what is one owner’s stays in its order', () => {
  fc.assert(
    fc.property(items, fc.nat(), (all, seed) => {
      const order = shuffled(all, ownerOf, randomOf(seed));
      assert.deepEqual(
        order.map((item) => item.order).sort((a, b) => a - b),
        all.map((item) => item.order),
      );
      for (const { owner } of all)
        assert.deepEqual(
          order.filter((item) => item.owner === owner),
          all.filter((item) => item.owner === owner),
        );
    }),
  );
});

test('every order of four is as likely as the others', () => {
  const random = randomOf(2011);
  const counts = new Map<string, number>();
  const draws = 24_000;
  for (let i = 0; i < draws; i++) {
    const order = shuffled(['a', 'b', 'c', 'd'], (one) => one, random).join('');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  assert.equal(counts.size, 24);
  const expected = draws / 24;
  const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  assert.ok(chiSquare < 49.7, `${chiSquare}: 23 degrees of freedom, one in a thousand is larger`);
});
