import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { carriedClock, realClock } from '../../src/model/clock.js';

test('a reading is carried forward by a clock that only runs evenly', () => {
  const instants = fc.integer({ min: 0, max: 4_102_444_800_000 });
  fc.assert(
    fc.property(
      instants,
      fc.integer({ min: 0, max: 5000 }),
      fc.nat(),
      fc.nat(),
      (now, rate, from, passed) => {
        let local = from;
        const clock = carriedClock({ now, rate }, () => local);
        assert.equal(clock.now(), now);
        assert.equal(clock.rate, rate);
        local += passed;
        assert.equal(clock.now(), now + passed * rate);
      },
    ),
  );
});

test('the real clock runs as the world does', () => {
  assert.ok(Math.abs(realClock.now() - Date.now()) < 1000);
  assert.equal(realClock.rate, 1);
});
