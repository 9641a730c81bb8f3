import assert from 'node:assert/strict';
import test from 'node:test';
import { ElectionError } from '../../src/model/errors.js';
import { settle, START, until, World } from './world.js';

test('an election is loading, then ready', async () => {
  const world = new World();
  assert.equal(world.open().snapshot.status, 'loading');
  await settle();
  assert.deepEqual(world.ready.election, world.election);
  assert.equal(world.ready.phase, 'voting');
  assert.equal(world.ready.clock.now(), START);
  assert.deepEqual(world.ready.results, { hidden: false, version: 0, ballots: 0, counts: {} });
});

test('candidates come in an order of the device, which stays on reload', async () => {
  const orders = new Set<string>();
  for (let seed = 1; seed <= 40; seed++) {
    const world = new World({ seed });
    await world.opened();
    const order = world.ready.candidates.map(({ id }) => id).join();
    await world.reload();
    assert.equal(world.ready.candidates.map(({ id }) => id).join(), order);
    orders.add(order);
  }
  assert.equal(orders.size, 6, 'all orders of three come up');
});

test('snapshots are frozen, and keep what has not changed', async () => {
  const world = new World({ rules: { visibility: 'always' } });
  await world.opened();
  const before = world.ready;
  assert.throws(() => Object.assign(before, { phase: 'ended' }), TypeError);
  await until(() => world.ready.connection === 'live', 'the line is there');
  const { election, candidates, results, clock, vote } = world.ready;
  assert.deepEqual(
    [election, candidates, results, clock, vote].map(
      (member, i) =>
        member === [before.election, before.candidates, before.results, before.clock, before.vote][i],
    ),
    [true, true, true, true, true],
  );
});

test('while the backend cannot be reached the store says so, and asks again until it can', async () => {
  const world = new World();
  world.backend.fail({ code: 'offline', times: 5, on: 'election' });
  await world.opened();
  assert.equal(world.snapshot.status === 'failed' && world.snapshot.error.code, 'offline');
  await world.environment.pass(60_000);
  assert.equal(world.snapshot.status, 'ready');
  const failures = world.seen.filter(({ status }) => status === 'failed');
  assert.equal(failures.length, 1, 'the same failure is told once');
});

test('waits grow, and are not shorter than the backend asks', async () => {
  const world = new World();
  world.backend.fail({ code: 'overloaded', retryAfter: 7000, on: 'election' });
  await world.opened();
  assert.ok((world.environment.waits[0] ?? 0) >= 7000);
  await world.environment.pass(6999);
  assert.equal(world.snapshot.status, 'failed');
  await world.environment.pass(1000);
  assert.equal(world.snapshot.status, 'ready');
});

test('what is refused for good is not asked again', async () => {
  const world = new World();
  world.backend.fail({ code: 'origin-refused', on: 'election' });
  await world.opened();
  assert.equal(world.snapshot.status === 'failed' && world.snapshot.error.code, 'origin-refused');
  assert.deepEqual(world.environment.waits, []);
});

test('whatever else an adapter throws is an ElectionError in the snapshot', async () => {
  const world = new World({
    through: (adapter) => ({ ...adapter, election: () => Promise.reject(new RangeError('broken')) }),
  });
  await world.opened();
  const { snapshot } = world;
  assert.ok(snapshot.status === 'failed' && snapshot.error instanceof ElectionError);
  assert.equal(snapshot.error.code, 'internal');
  world.store.close();
});

test('listeners hear every change in order, until they no longer listen', async () => {
  const world = new World();
  const store = world.open();
  const heard: string[] = [];
  const stop = store.subscribe(({ status }) => heard.push(status));
  await settle();
  assert.deepEqual(heard.slice(0, 1), ['ready']);
  stop();
  store.propose({ method: 'plurality', candidate: 'ada' });
  const { length } = heard;
  await settle();
  assert.equal(heard.length, length);
});

test('a closed store leaves nothing running, and says nothing more', async () => {
  let stopped = 0;
  const signals: (AbortSignal | undefined)[] = [];
  const world = new World({
    through: (adapter) => ({
      ...adapter,
      watch(election, options) {
        const stop = adapter.watch(election, options);
        return () => {
          stopped++;
          stop();
        };
      },
      cast(_ballot, options) {
        signals.push(options?.signal);
        return new Promise(() => {});
      },
    }),
  });
  const store = await world.opened();
  await until(() => world.ready.connection === 'live', 'the line is there');
  store.propose({ method: 'plurality', candidate: 'ada' });
  await settle();
  store.close();
  const { length } = world.seen;
  assert.equal(stopped, 1);
  assert.deepEqual(
    signals.map((signal) => signal?.aborted),
    [true],
  );
  assert.deepEqual(world.environment.waits, []);
  store.propose({ method: 'plurality', candidate: 'ben' });
  store.cancel();
  await world.environment.pass(10_000_000);
  assert.equal(world.seen.length, length);
});
