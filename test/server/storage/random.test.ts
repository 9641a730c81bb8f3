import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomOf } from '../../../src/server/storage/random.js';

test('salts are 16 bytes, all different, and one’s own, with a seed or without', () => {
  for (const random of [randomOf(), randomOf(1)]) {
    const salts = Array.from({ length: 1000 }, () => random.salt());
    assert.ok(salts.every((salt) => salt.length === 16 && salt.buffer.byteLength === 16));
    assert.equal(new Set(salts.map((salt) => Buffer.from(salt).toString('hex'))).size, salts.length);
  }
});

test('a seed draws the same numbers again; without one they are others each time', () => {
  const drawn = (seed?: number) => {
    const random = randomOf(seed);
    return Array.from({ length: 20 }, () => random.below(1000)).join();
  };
  assert.equal(drawn(7), drawn(7));
  assert.notEqual(drawn(), drawn());
});

test('numbers reach both ends and not beyond', () => {
  const random = randomOf();
  const drawn = new Set(Array.from({ length: 500 }, () => random.below(3)));
  assert.deepEqual([...drawn].sort(), [0, 1, 2]);
});
