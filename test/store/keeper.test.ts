import assert from 'node:assert/strict';
import test from 'node:test';
import { ballotFor, forOne } from '../../src/adapters/conformance/fixtures.js';
import type { Receipt } from '../../src/model/ballot.js';
import { deviceKeeper } from '../../src/store/keeper.js';
import { fakeStorage } from './world.js';

const receipt: Receipt = {
  election: 'e',
  ballot: 'A'.repeat(22),
  sequence: 1,
  choice: forOne('ada'),
  at: '2026-11-22T12:00:00Z',
  tier: 'device',
  changed: false,
};

test('one key an election is kept, and nothing else', () => {
  const storage = fakeStorage();
  const keeper = deviceKeeper(() => storage);
  const pending = ballotFor('e', forOne('ada'));
  keeper.write('e', { seed: 7 });
  keeper.write('e', { pending });
  keeper.write('f', { seed: 8 });
  assert.deepEqual([...storage.items.keys()], ['voix:election:e', 'voix:election:f']);
  assert.deepEqual(keeper.read('e'), { seed: 7, pending });
  keeper.write('e', { pending: undefined, receipt });
  assert.deepEqual(keeper.read('e'), { seed: 7, receipt });
});

test('what another tab has kept is not overwritten', () => {
  const storage = fakeStorage();
  const [tab, other] = [deviceKeeper(() => storage), deviceKeeper(() => storage)];
  tab.write('e', { seed: 7 });
  other.write('e', { receipt });
  tab.write('e', { pending: undefined });
  assert.deepEqual(tab.read('e'), { seed: 7, receipt });
});

test('where storage is closed, what is kept lives as long as the page', () => {
  const keeper = deviceKeeper(() => {
    throw new DOMException('no', 'SecurityError');
  });
  assert.deepEqual(keeper.read('e'), {});
  keeper.write('e', { seed: 7 });
  keeper.write('e', { receipt });
  assert.deepEqual(keeper.read('e'), { seed: 7, receipt });
});

test('where storage is full, the page goes by what it could not keep', () => {
  const storage = fakeStorage();
  const keeper = deviceKeeper(() => storage);
  keeper.write('e', { seed: 7 });
  const { setItem } = storage;
  storage.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  keeper.write('e', { receipt });
  assert.deepEqual(keeper.read('e'), { seed: 7, receipt });
  storage.setItem = setItem;
  keeper.write('e', { seed: 8 });
  assert.deepEqual(JSON.parse(storage.items.get('voix:election:e') ?? ''), { seed: 8, receipt });
});

for (const nonsense of [
  'not JSON',
  'null',
  '7',
  '[]',
  '{"pending":7}',
  '{"pending":null}',
  '{"pending":{"election":"e","key":"k"}}',
  '{"pending":{"election":"f","key":"k","choice":{"method":"plurality","candidate":"ada"}}}',
  '{"pending":{"election":"e","key":"k","choice":{"method":"approval"}}}',
  '{"receipt":{"election":"e","choice":{"method":"approval","candidates":[7]}}}',
  '{"receipt":"yes"}',
]) {
  test(`nonsense on the device is as good as nothing: ${nonsense}`, () => {
    const storage = fakeStorage();
    storage.items.set('voix:election:e', nonsense);
    const keeper = deviceKeeper(() => storage);
    const { pending, receipt: found } = keeper.read('e');
    assert.ok(!pending && !found);
    keeper.write('e', { seed: 7 });
    assert.equal(keeper.read('e').seed, 7);
  });
}
