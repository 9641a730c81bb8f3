import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import * as v from 'valibot';
import type { Receipt } from '../../../src/model/ballot.js';
import { clockSchema, frameSchema } from '../../../src/protocol/messages.js';
import {
  aBackend as aSlowBackend,
  anElection,
  aRead,
  aVote,
  CLOSES,
  DURING,
  OPENS,
  plurality,
  type Backend,
} from '../support/backend.js';
import { EventReader, seenIn, type ServerEvent } from '../support/event-stream.js';
import { assertProblem } from '../support/problem.js';

/** A turn and a heartbeat every 10 ms: tests wait for events, never for the time to pass. */
const HEARTBEAT = 10;
const opened: Backend[] = [];
const aBackend: typeof aSlowBackend = async (elections, options) => {
  const backend = await aSlowBackend(elections, { heartbeat: HEARTBEAT, ...options });
  opened.push(backend);
  return backend;
};
after(async () => {
  for (const { server } of opened) await server.close();
});

const watching = async ({ server }: Backend, query: string, lastSeen?: string) =>
  new EventReader(await server.fetch(aRead(`/live?${query}`, lastSeen ? { 'Last-Event-ID': lastSeen } : {})));

const frameIn = (event: ServerEvent | undefined) => v.parse(frameSchema, event?.data);

test('a watcher gets the clock first, then the results, then each change', async () => {
  const backend = await aBackend([anElection('maison')]);
  await backend.server.fetch(aVote('maison'));
  const reader = await watching(backend, 'watch=maison');
  const [first] = await reader.until('results', 1);
  assert.equal(reader.received[0]?.event, 'clock');
  assert.deepEqual(v.parse(clockSchema, reader.received[0]?.data), { now: DURING, rate: 1 });
  assert.equal(seenIn(first), 'maison:1');
  assert.deepEqual(frameIn(first), {
    election: 'maison',
    results: { hidden: false, version: 1, ballots: 1, counts: { amina: 1 } },
    clock: { now: DURING, rate: 1 },
  });
  await backend.server.fetch(aVote('maison', { voter: 2, choice: plurality('bruno') }));
  const [, second] = await reader.until('results', 2);
  assert.deepEqual(frameIn(second).results.counts, { amina: 1, bruno: 1 });
});

test('a browser that was cut off is told to come back at a time of its own', async () => {
  const backend = await aBackend([anElection('maison')]);
  const waits = new Set<number>();
  for (let i = 0; i < 10; i++) {
    const reader = await watching(backend, 'watch=maison');
    await reader.until('clock', 1);
    const wait = Number(/^retry: (\d+)\n\n/.exec(reader.text)?.[1]);
    assert.ok(wait >= 1000 && wait <= 5000);
    waits.add(wait);
  }
  assert.ok(waits.size > 1);
});

test('all watchers see every version that any of them sees, and end at the last', async () => {
  const backend = await aBackend([anElection('maison')]);
  const readers = await Promise.all(Array.from({ length: 20 }, () => watching(backend, 'watch=maison')));
  for (const reader of readers) await reader.until('results', 1);
  await Promise.all(
    Array.from({ length: 100 }, (_, voter) => backend.server.fetch(aVote('maison', { voter }))),
  );
  for (const reader of readers) await reader.settled();
  for (const reader of readers) {
    const last = reader.of('results').at(-1);
    assert.equal(seenIn(last), 'maison:100');
    assert.deepEqual(reader.of('results'), readers[0]?.of('results'));
  }
});

test('who has seen the last version is not sent it again; who has seen another, is', async () => {
  const backend = await aBackend([anElection('maison'), anElection('jardin')]);
  await backend.server.fetch(aVote('maison'));
  const first = await watching(backend, 'watch=maison');
  const [frame] = await first.until('results', 1);
  assert.equal(seenIn(frame), 'maison:1');
  const current = await watching(backend, 'watch=maison&watch=jardin', frame?.id);
  await current.settled();
  assert.deepEqual(current.of('results').map(seenIn), ['jardin:0']);
  await backend.server.fetch(aVote('maison', { voter: 2 }));
  const behind = await watching(backend, 'watch=maison', frame?.id);
  assert.equal(seenIn((await behind.until('results', 1))[0]), 'maison:2');
});

test('who comes back is told of elections that may have changed meanwhile, and of no other', async () => {
  const backend = await aBackend([anElection('maison'), anElection('jardin')]);
  const told = async (query: string, lastSeen?: string) => {
    const reader = await watching(backend, query, lastSeen);
    await reader.settled();
    return reader.of('election').map(({ data }) => data);
  };
  assert.deepEqual(await told('watch=maison&watch=jardin'), [], 'who comes for the first time');
  const [frame] = await (await watching(backend, 'watch=maison')).until('results', 1);
  assert.deepEqual(await told('watch=maison', frame?.id), []);
  // One id is all that a browser keeps: of the other elections nobody knows what it has seen.
  assert.deepEqual(await told('watch=maison&watch=jardin', frame?.id), [{ election: 'jardin' }]);
  assert.deepEqual(await told('watch=maison', 'maison'), [{ election: 'maison' }]);
  const other = await watching(backend, 'watch=maison');
  await backend.storage.putElection({ election: anElection('maison', { quorum: 3 }), origins: ['*'] });
  await other.until('election', 1);
  assert.deepEqual(await told('watch=maison', frame?.id), [{ election: 'maison' }]);
});

test('results hidden until one has voted go to watchers with the pass, and to all of them at the close', async () => {
  const backend = await aBackend([anElection('maison', { visibility: 'until-voted' })]);
  const { pass } = (await (await backend.server.fetch(aVote('maison'))).json()) as Receipt;
  const voter = await watching(backend, new URLSearchParams({ watch: `maison~${pass}` }).toString());
  const other = await watching(backend, 'watch=maison');
  const liar = await watching(backend, `watch=maison~${'a'.repeat(22)}`);
  await voter.until('results', 1);
  await backend.server.fetch(aVote('maison', { voter: 2 }));
  await voter.until('results', 2);
  for (const reader of [other, liar]) {
    await reader.settled();
    assert.deepEqual(reader.of('results'), []);
  }
  backend.clock.set(CLOSES);
  for (const reader of [other, liar])
    assert.equal(frameIn((await reader.until('results', 1))[0]).results.ballots, 2);
});

test('results hidden until the close go to nobody before it, whatever pass is shown', async () => {
  const until = await aBackend([anElection('maison', { visibility: 'until-voted' })]);
  const { pass } = (await (await until.server.fetch(aVote('maison'))).json()) as Receipt;
  const backend = await aBackend([anElection('maison', { visibility: 'until-close' })]);
  const reader = await watching(backend, `watch=maison~${pass}`);
  await backend.server.fetch(aVote('maison'));
  await reader.settled();
  assert.deepEqual(reader.of('results'), []);
  assert.ok(!reader.text.includes('amina'));
  assert.equal(backend.storage.calls.tally, undefined);
  backend.clock.set(CLOSES);
  assert.equal(frameIn((await reader.until('results', 1))[0]).results.ballots, 1);
});

test('the opening shows the first, empty results without a vote', async () => {
  const backend = await aBackend([anElection('maison')]);
  backend.clock.set(OPENS - 1);
  const reader = await watching(backend, 'watch=maison');
  await reader.settled();
  assert.deepEqual(reader.of('results'), []);
  backend.clock.set(OPENS);
  assert.equal(frameIn((await reader.until('results', 1))[0]).results.version, 0);
});

test('a clock that is set, or runs at another rate, is told at once', async () => {
  const backend = await aBackend([anElection('maison')], { heartbeat: 60_000 });
  const reader = await watching(backend, 'watch=maison');
  await reader.until('clock', 1);
  backend.clock.rate = 4464;
  assert.deepEqual((await reader.until('clock', 2))[1]?.data, { now: DURING, rate: 4464 });
  backend.clock.set(OPENS);
  assert.deepEqual((await reader.until('clock', 3))[2]?.data, { now: OPENS, rate: 4464 });
});

test('an amended election is announced; one that was stored again unchanged is not', async () => {
  const backend = await aBackend([anElection('maison')]);
  const reader = await watching(backend, 'watch=maison');
  await backend.storage.putElection({ election: anElection('maison'), origins: ['*'] });
  await reader.settled();
  assert.deepEqual(reader.of('election'), []);
  await backend.storage.putElection({ election: anElection('maison', { quorum: 3 }), origins: ['*'] });
  assert.deepEqual((await reader.until('election', 1))[0]?.data, { election: 'maison' });
});

test('one connection carries several elections; one that is unknown or foreign does not silence the others', async () => {
  const backend = await aBackend([anElection('maison'), anElection('jardin')]);
  await backend.storage.putElection({ election: anElection('foreign'), origins: ['https://elsewhere.test'] });
  const reader = await watching(backend, 'watch=maison&watch=nobody&watch=foreign&watch=jardin&watch=%ff');
  const frames = await reader.until('results', 2);
  assert.deepEqual(frames.map(seenIn).sort(), ['jardin:0', 'maison:0']);
  await backend.server.fetch(aVote('jardin'));
  assert.equal(seenIn((await reader.until('results', 3))[2]), 'jardin:1');
});

test('a connection for nothing that there is, or for too much, is refused', async () => {
  const { server } = await aBackend([anElection('maison')], { limits: { watched: 2 } });
  await assertProblem(await server.fetch(aRead('/live')), 'election-unknown');
  await assertProblem(await server.fetch(aRead('/live?watch=nobody')), 'election-unknown');
  await assertProblem(await server.fetch(aRead('/live?watch=a&watch=b&watch=c')), 'unsupported');
  await (await server.fetch(aRead('/live?watch=maison&watch=maison&watch=maison'))).body?.cancel();
});

test('one connection more than the limit is told to wait; when one leaves there is room', async () => {
  const backend = await aBackend([anElection('maison')], { limits: { watchers: 2 } });
  const first = await watching(backend, 'watch=maison');
  await watching(backend, 'watch=maison');
  const refused = await backend.server.fetch(aRead('/live?watch=maison'));
  assert.equal(refused.headers.get('Retry-After'), '1');
  await assertProblem(refused, 'overloaded');
  await first.leave();
  await watching(backend, 'watch=maison');
});

test('a HEAD opens no connection', async () => {
  const { server } = await aBackend([anElection('maison')], { limits: { watchers: 0 } });
  assert.equal((await server.fetch(aRead('/live?watch=maison', {}, 'HEAD'))).status, 200);
});

test('closing the server ends the streams and takes no more', async () => {
  const backend = await aBackend([anElection('maison')]);
  const reader = await watching(backend, 'watch=maison');
  await reader.until('results', 1);
  await backend.server.close();
  await reader.ended();
  await assertProblem(await backend.server.fetch(aRead('/live?watch=maison')), 'overloaded');
});

test('results that could not be read are sent once they can be, and the log says what failed', async () => {
  const backend = await aBackend([anElection('maison')]);
  const reader = await watching(backend, 'watch=maison');
  await reader.until('results', 1);
  await backend.server.fetch(aVote('maison'));
  backend.storage.failure = new Error('busy');
  await reader.settled();
  backend.storage.failure = undefined;
  assert.equal(seenIn((await reader.until('results', 2))[1]), 'maison:1');
  const failure = backend.log.find(({ event }) => event === 'live-failed');
  assert.ok(failure?.event === 'live-failed' && failure.election === 'maison');
  assert.match(failure.failure, /busy/);
});

test('a stream is not kept by anyone on the way, nor held back', async () => {
  const { server } = await aBackend([anElection('maison')]);
  const { headers, body } = await server.fetch(aRead('/live?watch=maison'));
  assert.equal(headers.get('Cache-Control'), 'no-store, no-transform');
  assert.equal(headers.get('X-Accel-Buffering'), 'no');
  await body?.cancel();
});
