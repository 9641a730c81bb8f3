import assert from 'node:assert/strict';
import test from 'node:test';
import type { WatchOptions } from '../../src/adapters/adapter.js';
import { forOne, vote } from '../../src/adapters/conformance/fixtures.js';
import { settle, START, until, World } from './world.js';

const HOUR = 3_600_000;

test("phases follow the server's clock, whatever the device believes", async () => {
  const world = new World({ calendar: { proclaimed: new Date(START + 2 * HOUR).toISOString() } });
  world.environment.time = 123_456_789;
  world.setClock(START, 0);
  await world.opened();
  assert.equal(world.ready.phase, 'voting');
  assert.equal(world.ready.clock.now(), START);
});

test('the phase changes at its very instant, without a word from the backend', async () => {
  const world = new World({ calendar: { proclaimed: new Date(START + 2 * HOUR).toISOString() } });
  await world.opened();
  await world.environment.pass(HOUR - 1);
  assert.equal(world.ready.phase, 'voting');
  await world.environment.pass(1);
  assert.equal(world.ready.phase, 'counting');
  await world.environment.pass(HOUR);
  assert.equal(world.ready.phase, 'proclaimed');
});

test('results that open with a phase are asked for, spread over two seconds', async () => {
  const world = new World({ rules: { visibility: 'until-close' } });
  await world.opened();
  await vote(world.backend.as('bob'), 'e', 'ben');
  await world.environment.pass(HOUR);
  assert.deepEqual(world.ready.results, { hidden: 'until-close' });
  await world.environment.pass(2000);
  assert.equal(world.ready.results.hidden, false);
});

test('an answer from a cache, of the phase before, is asked for again', async () => {
  let asked = 0;
  const world = new World({
    rules: { visibility: 'until-close' },
    through: (adapter) => ({
      ...adapter,
      async election(id, options) {
        const view = await adapter.election(id, options);
        asked++;
        if (asked !== 2) return view;
        return { ...view, clock: { now: START + HOUR - 800, rate: 1 }, results: { hidden: 'until-close' } };
      },
    }),
  });
  await world.opened();
  await world.environment.pass(HOUR);
  while (asked < 2) await world.environment.pass(10);
  assert.equal(world.ready.phase, 'proclaimed', 'the clock is not set back by it');
  await world.environment.pass(2000);
  assert.equal(asked, 3);
  assert.equal(world.ready.results.hidden, false);
  await world.environment.pass(10_000);
  assert.equal(asked, 3);
});

test('no wait is longer than an hour, however far the next phase: timers overflow after 24 days', async () => {
  const world = new World({ calendar: { counting: new Date(START + 60 * 24 * HOUR).toISOString() } });
  await world.opened();
  assert.ok(world.environment.waits.every((ms) => ms <= HOUR));
  await world.environment.pass(60 * 24 * HOUR);
  assert.equal(world.ready.phase, 'proclaimed');
});

test('a clock that is set, or runs at another rate, is followed both ways; a late reading is not', async () => {
  const world = new World();
  await world.opened();
  await until(() => world.ready.connection === 'live', 'the line is there');
  world.setClock(START + 2 * HOUR, 0);
  await settle();
  assert.equal(world.ready.phase, 'proclaimed');
  world.setClock(START, 0);
  await settle();
  assert.equal(world.ready.phase, 'voting');
  assert.equal(world.ready.outcome, undefined);
  const { clock } = world.ready;
  world.setClock(START - 800, 0);
  await settle();
  assert.equal(world.ready.clock, clock);
});

test('in a rehearsal an hour passes in a second', async () => {
  const world = new World();
  world.setClock(START, 3600);
  await world.opened();
  await world.environment.pass(999);
  assert.equal(world.ready.phase, 'voting');
  await world.environment.pass(1);
  assert.equal(world.ready.phase, 'proclaimed');
});

test('nobody is proclaimed by counts of before the close', async () => {
  const world = new World({
    through: (adapter) => ({ ...adapter, supports: { ...adapter.supports, live: false } }),
  });
  await world.opened();
  await until(() => world.environment.waits.some((ms) => ms < 10_000), 'the store waits to ask');
  await vote(world.backend.as('ann'), 'e', 'ada');
  await world.environment.pass(HOUR - 1);
  assert.equal(world.ready.results.hidden === false && world.ready.results.ballots, 1);
  await vote(world.backend.as('bob'), 'e', 'ben');
  await vote(world.backend.as('cleo'), 'e', 'ben');
  await world.environment.pass(1);
  assert.equal(world.ready.phase, 'proclaimed');
  assert.equal(world.ready.outcome, undefined);
  await world.environment.pass(2000);
  await until(() => world.ready.outcome !== undefined, 'the outcome');
  assert.deepEqual(world.ready.outcome, { kind: 'elected', candidate: 'ben', votes: 2, margin: 1 });
});

test('when the clock is set back, what was counted later counts as not counted yet', async () => {
  const world = new World();
  await vote(world.backend.as('ann'), 'e', 'ada');
  await world.opened();
  await until(() => world.ready.connection === 'live', 'the line is there');
  world.setClock(START + 2 * HOUR, 1);
  await until(() => world.snapshot.status === 'ready' && !!world.ready.outcome, 'the outcome');
  world.setClock(START, 1);
  await settle();
  assert.equal(world.ready.outcome, undefined);
  await world.environment.pass(HOUR - 1);
  await vote(world.backend.as('bob'), 'e', 'ben');
  await world.environment.pass(1);
  assert.equal(world.ready.phase, 'proclaimed');
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert.equal(world.ready.outcome, undefined);
  await world.environment.pass(2000);
  await until(() => !!world.ready.outcome, 'the outcome');
  assert.deepEqual(world.ready.outcome, { kind: 'tie', candidates: ['ada', 'ben'], votes: 1 });
});

test('when a rehearsal begins again, its counts do too', async () => {
  const world = new World();
  await vote(world.backend.as('ann'), 'e', 'ada');
  await vote(world.backend.as('bob'), 'e', 'ada');
  const { onResults, onClock } = await new Promise<WatchOptions>((resolve) => {
    const { watch } = world.adapter;
    Object.assign(world.adapter, {
      watch: (...args: Parameters<typeof watch>) => {
        resolve(args[1]);
        return watch(...args);
      },
    });
    world.open();
  });
  await until(() => world.ready.connection === 'live', 'the line is there');
  const results = { hidden: false, version: 1, ballots: 1, counts: { ben: 1 } } as const;
  onResults({ election: 'e', results, clock: { now: START, rate: 1 } });
  await settle();
  assert.equal(world.ready.results.hidden === false && world.ready.results.version, 2);
  onClock?.({ now: START - HOUR / 2, rate: 1 });
  onResults({ election: 'e', results, clock: { now: START - HOUR / 2, rate: 1 } });
  await settle();
  assert.deepEqual(world.ready.results, results);
});

test('a tie is proclaimed as a tie', async () => {
  const world = new World();
  await vote(world.backend.as('ann'), 'e', 'ada');
  await vote(world.backend.as('bob'), 'e', 'ben');
  world.environment.time = 2 * HOUR;
  await world.opened();
  await until(() => world.ready.outcome !== undefined, 'the outcome');
  assert.deepEqual(world.ready.outcome, { kind: 'tie', candidates: ['ada', 'ben'], votes: 1 });
});

test('a vote at the close is what the backend says it is', async () => {
  const world = new World();
  const store = await world.opened();
  await world.environment.pass(HOUR);
  store.propose(forOne('ada'));
  await settle();
  const { vote: state } = world.ready;
  assert.equal(state.kind === 'refused' && state.error.code, 'voting-closed');
});
