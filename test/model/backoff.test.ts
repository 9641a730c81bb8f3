import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { mulberry32 } from '../../src/model/order.js';
import { backoff } from '../../src/model/backoff.js';

test('a wait is anything up to a bound that doubles, a minute at most, after what was asked', () => {
  fc.assert(
    fc.property(
      fc.nat(200),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      fc.nat(),
      (tries, drawn, after) => {
        const wait = backoff(tries, () => drawn, after);
        assert.ok(wait >= after);
        assert.ok(wait - after <= Math.min(60_000, 500 * 2 ** tries) + 1e-3);
      },
    ),
  );
  assert.equal(
    backoff(0, () => 0.5),
    250,
  );
  assert.equal(
    backoff(3, () => 0.5),
    2000,
  );
  assert.equal(
    backoff(1000, () => 0.5, 7),
    30_007,
  );
});

test('those who were cut together come back apart', () => {
  const random = mulberry32(20_261_122);
  const waits = Array.from({ length: 1000 }, () => backoff(2, random));
  const inFirstTenth = waits.filter((wait) => wait < 200).length;
  assert.ok(inFirstTenth > 40 && inFirstTenth < 160, `${inFirstTenth} of 1000 in the first tenth`);
});
