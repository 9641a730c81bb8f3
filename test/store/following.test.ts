import assert from 'node:assert/strict';
import test from 'node:test';
import type { Adapter, WatchOptions } from '../../src/adapters/adapter.js';
import { forOne, vote } from '../../src/adapters/conformance/fixtures.js';
import type { ResultsFrame } from '../../src/model/results.js';
import { newer } from '../../src/store/newer.js';
import { settle, START, until, World, type WorldOptions } from './world.js';

const frame = (version: number, now = START): ResultsFrame => ({
  election: 'e',
  results: { hidden: false, version, ballots: version, counts: { ada: version } },
  clock: { now, rate: 1 },
});

/** A world whose adapter hands over those who watch, and pushes nothing by itself. */
async function watched(options: WorldOptions = {}) {
  const watchers: WatchOptions[] = [];
  const through = (adapter: Adapter): Adapter => ({
    ...adapter,
    watch(_election, watcher) {
      watchers.push(watcher);
      return () => void watchers.splice(watchers.indexOf(watcher), 1);
    },
  });
  const world = new World({ ...options, through });
  await world.opened();
  await until(() => watchers.length > 0, 'the store watches');
  return { world, watchers, watcher: watchers[0] as WatchOptions };
}

const versionOf = ({ ready: { results } }: World) => (results.hidden ? undefined : results.version);

test('of results that come in any order the newest stands', async () => {
  const { world, watcher } = await watched();
  for (const version of [3, 1, 3, 2, 5, 4]) watcher.onResults(frame(version));
  await settle();
  assert.equal(versionOf(world), 5);
  const shown = world.seen.flatMap((seen) =>
    seen.status === 'ready' && !seen.results.hidden ? [seen.results.version] : [],
  );
  assert.deepEqual(
    shown,
    [...shown].sort((a, b) => a - b),
  );
});

test('a repeated frame makes no new snapshot', async () => {
  const { world, watcher } = await watched();
  watcher.onResults(frame(3));
  const before = world.snapshot;
  watcher.onResults(frame(3));
  assert.equal(world.snapshot, before);
});

test('results once shown are never hidden again by a late answer', () => {
  const shown = frame(3).results;
  const hidden = { hidden: 'until-voted' } as const;
  assert.equal(newer(shown, hidden), shown);
  assert.equal(newer(hidden, shown), shown);
  const sealed = { hidden: 'until-close' } as const;
  assert.equal(newer(hidden, sealed), sealed);
  assert.equal(newer(hidden, { ...hidden }), hidden);
});

test('hidden results are not followed; the pass of a receipt opens them, and the store follows with it', async () => {
  const passes: (string | undefined)[] = [];
  const world = new World({
    rules: { visibility: 'until-voted' },
    through: (adapter) => ({
      ...adapter,
      watch(election, options) {
        passes.push(options.pass);
        return adapter.watch(election, options);
      },
    }),
  });
  const store = await world.opened();
  await world.environment.pass(30_000);
  assert.deepEqual(world.ready.results, { hidden: 'until-voted' });
  assert.equal(passes.length, 0);
  store.propose(forOne('ada'));
  await until(() => world.ready.connection === 'live', 'the line is there');
  assert.equal(versionOf(world), 1);
  const { vote: state } = world.ready;
  assert.deepEqual(passes, [state.kind === 'voted' ? state.receipt.pass : 'none']);
  await vote(world.backend.as('bob'), 'e', 'ben');
  await settle();
  assert.equal(versionOf(world), 2);
});

test('while nothing is pushed, results are asked for every five seconds or so', async () => {
  const world = new World({
    through: (adapter) => ({ ...adapter, supports: { ...adapter.supports, live: false } }),
  });
  await world.opened();
  await until(() => world.environment.waits.some((ms) => ms < 10_000), 'the store waits to ask');
  const wait = world.environment.waits[0] ?? 0;
  assert.ok(wait >= 2500 && wait <= 7500, `${wait} ms`);
  assert.equal(world.ready.connection, 'polling');
  await vote(world.backend.as('bob'), 'e', 'ben');
  await world.environment.pass(7500);
  assert.equal(versionOf(world), 1);
});

test('a line that is down is said to be, and found again', async () => {
  const { world, watcher } = await watched();
  world.backend.fail({ code: 'offline', on: 'results', times: Infinity });
  watcher.onLive?.(true);
  assert.equal(world.ready.connection, 'live');
  watcher.onLive?.(false);
  watcher.onLive?.(false);
  assert.equal(world.ready.connection, 'polling');
  await world.environment.pass(7500);
  assert.equal(world.ready.connection, 'down');
  world.backend.mend();
  await world.environment.comeOnline();
  assert.equal(world.ready.connection, 'polling');
  watcher.onLive?.(true);
  await world.environment.pass(2000);
  assert.equal(world.ready.connection, 'live');
  assert.ok(
    world.environment.waits.every((ms) => ms > 10_000),
    'nobody asks while results are pushed',
  );
});

test('an election that has changed is loaded again, spread over two seconds', async () => {
  let title = 'Before';
  const { world, watcher } = await watched();
  const { election } = world.adapter;
  Object.assign(world.adapter, {
    election: async (...args: Parameters<Adapter['election']>) => {
      const view = await election(...args);
      return { ...view, election: { ...view.election, title } };
    },
  });
  title = 'After';
  watcher.onElection?.();
  watcher.onElection?.();
  await settle();
  assert.notEqual(world.ready.election.title, 'After');
  await world.environment.pass(2000);
  assert.equal(world.ready.election.title, 'After');
});

test('after a cut the election is asked for again: it may have changed while nobody could tell', async () => {
  const { world, watcher } = await watched();
  let asked = 0;
  const { election } = world.adapter;
  Object.assign(world.adapter, {
    election: (...args: Parameters<Adapter['election']>) => {
      asked++;
      return election(...args);
    },
  });
  watcher.onLive?.(true);
  await world.environment.pass(3000);
  assert.equal(asked, 0);
  watcher.onLive?.(false);
  watcher.onLive?.(true);
  await world.environment.pass(3000);
  assert.equal(asked, 1);
});
