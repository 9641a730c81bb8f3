import assert from 'node:assert/strict';
import test from 'node:test';
import * as v from 'valibot';
import { newKey } from '../../src/model/new-key.js';
import { keySchema } from '../../src/protocol/messages.js';

test('a key is a UUID of version 7 that the server takes', () => {
  const key = newKey();
  assert.match(key, /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
  assert.equal(v.parse(keySchema, key), key);
});

test('a key begins with its millisecond, so that one made later comes later in an index', (context) => {
  const instants = [Date.UTC(2011, 0), Date.UTC(2026, 10, 23), Date.UTC(2026, 10, 23) + 1, Date.UTC(2500, 0)];
  context.mock.timers.enable({ apis: ['Date'] });
  const keys = instants.map((now) => {
    context.mock.timers.setTime(now);
    return newKey();
  });
  assert.deepEqual(keys.toSorted(), keys);
  assert.deepEqual(
    keys.map((key) => Number.parseInt(key.replace('-', '').slice(0, 12), 16)),
    instants,
  );
});

test('keys of one millisecond differ', (context) => {
  context.mock.timers.enable({ apis: ['Date'], now: Date.UTC(2026, 10, 23) });
  assert.equal(new Set(Array.from({ length: 10_000 }, newKey)).size, 10_000);
});
