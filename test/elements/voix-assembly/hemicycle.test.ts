import assert from 'node:assert/strict';
import { it } from 'node:test';
import { hemicycle } from '../../../src/elements/voix-assembly/hemicycle.js';

it('every president has a seat, none touches another, none leaves the house', () => {
  for (const seats of [1, 2, 3, 7, 20, 21, 84, 500]) {
    const { places, radius } = hemicycle(seats);
    assert.equal(places.length, seats);
    for (const [i, { x, y }] of places.entries()) {
      assert.ok(x >= 0 && x <= 200 && y >= 0 && y <= 100, `${seats}: ${x} ${y}`);
      for (const other of places.slice(0, i))
        assert.ok(Math.hypot(other.x - x, other.y - y) >= 2 * radius, `${seats}: two seats touch`);
    }
  }
});

it('an empty house has no seat', () => {
  assert.deepEqual(hemicycle(0), { places: [], radius: 0 });
});
