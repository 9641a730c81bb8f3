import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { Receipt } from '../../src/model/ballot.js';
import type { Election } from '../../src/model/election.js';
import { nodeHmac } from '../../src/server/node.js';
import { createElectionServer } from '../../src/server/server.js';
import { openSqlite } from '../../src/server/storage/sqlite.js';
import {
  anElection,
  aRead,
  aVote,
  CLOSES,
  device,
  DURING,
  PAGE,
  plurality,
  SECRET,
  SetClock,
} from './support/backend.js';
import { EventReader, seenIn } from './support/event-stream.js';
import { assertProblem } from './support/problem.js';

/** The reference backend as `voix serve` makes it, but for the port; `restart` opens the same database anew. */
async function aRealBackend(t: TestContext, ...elections: readonly Election[]) {
  const folder = await mkdtemp(join(tmpdir(), 'voix-server-'));
  const clock = new SetClock(DURING);
  const open = async () => {
    const storage = await openSqlite(join(folder, 'voix.db'), { now: () => clock.now() });
    const server = createElectionServer({ storage, clock, secret: SECRET, hmac: nodeHmac, heartbeat: 10 });
    return { storage, server };
  };
  let backend = await open();
  for (const election of elections) await backend.storage.putElection({ election, origins: [PAGE] });
  const stop = async () => {
    await backend.server.close();
    await backend.storage.close();
  };
  t.after(async () => {
    await stop();
    await rm(folder, { recursive: true });
  });
  return {
    clock,
    fetch: (request: Request) => backend.server.fetch(request),
    tally: () => backend.storage.tally('maison'),
    async restart() {
      await stop();
      backend = await open();
    },
  };
}

const statuses = (responses: readonly Response[]) => {
  const counts: Record<number, number> = {};
  for (const { status } of responses) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

test('200 simultaneous posts of one ballot are one vote, and all get the same receipt', async (t) => {
  const { fetch, tally } = await aRealBackend(t, anElection('maison'));
  const key = randomUUID();
  const responses = await Promise.all(Array.from({ length: 200 }, () => fetch(aVote('maison', { key }))));
  assert.deepEqual(statuses(responses), { 200: 199, 201: 1 });
  const receipts = await Promise.all(responses.map((response) => response.text()));
  assert.equal(new Set(receipts).size, 1);
  assert.deepEqual(await tally(), { version: 1, ballots: 1, counts: { amina: 1 } });
});

test('200 simultaneous ballots of one voter are one vote where none may be changed', async (t) => {
  const { fetch, tally } = await aRealBackend(t, anElection('maison', { revote: false }));
  const responses = await Promise.all(Array.from({ length: 200 }, () => fetch(aVote('maison'))));
  assert.deepEqual(statuses(responses), { 201: 1, 409: 199 });
  assert.equal((await tally()).ballots, 1);
});

test('a ballot survives a restart: its key gives the same receipt, its voter finds it, another key replaces it', async (t) => {
  const { fetch, tally, restart } = await aRealBackend(
    t,
    anElection('maison', { visibility: 'until-voted' }),
  );
  const key = randomUUID();
  const receipt = (await (await fetch(aVote('maison', { key }))).json()) as Receipt;
  await restart();
  const again = await fetch(aVote('maison', { key }));
  assert.equal(again.status, 200);
  assert.deepEqual(await again.json(), receipt);
  const own = await fetch(aRead('/elections/maison/ballot', { Authorization: `Device ${device(1)}` }));
  assert.deepEqual(await own.json(), { ballot: receipt });
  const results = await fetch(aRead(`/elections/maison/results?pass=${receipt.pass}`));
  assert.deepEqual(await results.json(), {
    results: { hidden: false, version: 1, ballots: 1, counts: { amina: 1 } },
  });
  await assertProblem(await fetch(aVote('maison', { key, choice: plurality('bruno') })), 'key-reused');
  const changed = (await (await fetch(aVote('maison', { choice: plurality('bruno') }))).json()) as Receipt;
  assert.equal(changed.changed, true);
  assert.deepEqual((await tally()).counts, { bruno: 1 });
});

test('at the close every ballot in flight is either counted and acknowledged, or refused and not there', async (t) => {
  const { fetch, tally, clock } = await aRealBackend(t, anElection('maison'));
  clock.set(CLOSES - 1);
  const vote = (voter: number) => fetch(aVote('maison', { voter }));
  const before = Array.from({ length: 1500 }, (_, voter) => vote(voter));
  await Promise.race(before);
  clock.set(CLOSES);
  const after = Array.from({ length: 100 }, (_, voter) => vote(2000 + voter));
  const responses = await Promise.all([...before, ...after]);
  const { 201: counted = 0, 403: refused = 0 } = statuses(responses);
  assert.equal(counted + refused, 1600);
  assert.ok(counted >= 1 && refused >= 100, `${counted} counted, ${refused} refused`);
  for (const response of responses)
    if (response.status === 403) await assertProblem(response, 'voting-closed');
  assert.equal((await tally()).ballots, counted);
});

test('a watcher sees the votes of others', async (t) => {
  const { fetch } = await aRealBackend(t, anElection('maison'));
  const reader = new EventReader(await fetch(aRead('/live?watch=maison')));
  await reader.until('results', 1);
  await Promise.all(Array.from({ length: 50 }, (_, voter) => fetch(aVote('maison', { voter }))));
  for (let n = 2; seenIn(reader.of('results').at(-1)) !== 'maison:50'; n++) await reader.until('results', n);
  await reader.leave();
});
