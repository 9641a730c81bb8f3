import assert from 'node:assert/strict';
import test from 'node:test';
import { ballotFor, forOne } from '../../src/adapters/conformance/fixtures.js';
import { deviceId, knownDevice } from '../../src/adapters/http/device.js';
import { httpAdapter } from '../../src/adapters/http/http.js';
import { identifyDevice } from '../../src/server/identity/device.js';
import { fakeStorage } from '../store/world.js';

const closed = () => {
  throw new DOMException('no', 'SecurityError');
};

test('a device has no id until it votes, and then keeps it', () => {
  const storage = fakeStorage();
  assert.equal(
    knownDevice(() => storage),
    undefined,
  );
  assert.equal(storage.items.size, 0);
  const device = deviceId(() => storage);
  assert.deepEqual([...storage.items], [['voix:device', device]]);
  assert.equal(
    deviceId(() => storage),
    device,
  );
  assert.equal(
    knownDevice(() => storage),
    device,
  );
});

test('ids are what the backend takes, and differ', () => {
  const devices = Array.from({ length: 1000 }, () => deviceId(() => fakeStorage()));
  assert.equal(new Set(devices).size, devices.length);
  for (const device of devices) {
    const request = new Request('https://vote.test', { headers: { Authorization: `Device ${device}` } });
    assert.deepEqual(identifyDevice(request), { tier: 'device', subject: device });
  }
});

test('an id that makes no sense is made anew', () => {
  const storage = fakeStorage();
  storage.setItem('voix:device', 'x');
  assert.match(
    deviceId(() => storage),
    /^[\w-]{22}$/,
  );
});

test('a device that has never voted, nor stood, is not asked for, nor said to be anybody', async () => {
  const adapter = httpAdapter('https://vote.test', {
    fetch: () => Promise.reject(new Error('nobody is to ask')),
    storage: () => fakeStorage(),
  });
  assert.equal(await adapter.ownBallot('e'), null);
  const { candidacies } = (await adapter.community?.()) ?? {};
  assert.equal(await candidacies?.own('e'), null);
});

test('where storage is closed one votes all the same, as one voter while the page lasts', async () => {
  const voters: string[] = [];
  const adapter = httpAdapter('https://vote.test', {
    fetch: async (_url, init) => {
      voters.push(new Headers(init?.headers).get('Authorization') ?? '');
      return new Response('{}');
    },
    storage: closed,
  });
  for (let i = 0; i < 2; i++) await adapter.cast(ballotFor('e', forOne('ada'))).catch(() => undefined);
  await adapter.ownBallot('e').catch(() => undefined);
  assert.equal(voters.length, 3);
  assert.match(voters[0] ?? '', /^Device [\w-]{22}$/);
  assert.equal(new Set(voters).size, 1);
});
