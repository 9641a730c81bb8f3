/** W8: ten times as many votes at once as may wait. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { serveNode } from '../../src/server/node.js';
import { createElectionServer } from '../../src/server/server.js';
import { GroupCommit } from '../../src/server/storage/group-commit.js';
import type { Cast, CastOutcome } from '../../src/server/storage/storage.js';
import { anElection, device, DURING, plurality, SECRET } from './support/backend.js';
import { EventReader } from './support/event-stream.js';
import { MemoryStorage } from './support/memory-storage.js';

/** Milliseconds that a ballot takes, how many may wait, and how many more than that come at once, how often. */
const EACH = 10;
const WAITING = 25;
const TIMES = 10;
const WAVES = 3;

/** A storage behind the queue that the databases have, as slow as is wanted. */
class SlowStorage extends MemoryStorage {
  readonly #commits = new GroupCommit<Cast, CastOutcome>(async (casts) => {
    await delay(EACH * casts.length);
    return Promise.all(casts.map((cast) => super.cast(cast)));
  }, WAITING);
  override cast(cast: Cast): Promise<CastOutcome> {
    return this.#commits.add('', cast);
  }
}

test('of ten times as many votes as may wait nothing acknowledged is lost, the rest is told at once, and watchers give way', async (t) => {
  const storage = new SlowStorage(() => DURING);
  await storage.putElection({ election: anElection('maison'), origins: ['*'] });
  const clock = { now: () => DURING, rate: 1 };
  const server = createElectionServer({ storage, clock, secret: SECRET });
  const serving = await serveNode(server, { port: 0, grace: 1000 });
  const watcher = new EventReader(await fetch(`${serving.url}/live?watch=maison`));
  await watcher.until('results', 1);
  const keys = Array.from({ length: WAVES * WAITING * TIMES }, () => randomUUID());

  let late: Promise<number> | undefined;
  const watchLate = async (): Promise<number> => {
    const response = await fetch(`${serving.url}/live?watch=maison`);
    await response.body?.cancel();
    return response.status;
  };

  async function vote(voter: number) {
    const response = await fetch(`${serving.url}/elections/maison/ballots`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': keys[voter] ?? '',
        Authorization: `Device ${device(voter)}`,
      },
      body: JSON.stringify({ choice: plurality('amina') }),
    });
    const { ballot = '', code = '' } = (await response.json()) as { ballot?: string; code?: string };
    if (response.status === 503) late ??= watchLate();
    const retryAfter = Number(response.headers.get('Retry-After'));
    return { voter, status: response.status, ballot, code, retryAfter };
  }

  const answers: Awaited<ReturnType<typeof vote>>[] = [];
  for (let wave = 0; wave < WAVES; wave++) {
    const first = wave * WAITING * TIMES;
    answers.push(...(await Promise.all(Array.from({ length: WAITING * TIMES }, (_, i) => vote(first + i)))));
  }
  assert.equal(await late, 503);
  const stored = answers.filter(({ status }) => status === 201);
  const refused = answers.filter(({ status }) => status !== 201);
  t.diagnostic(`${answers.length} came, ${stored.length} were stored, ${refused.length} refused`);

  assert.ok(refused.length > stored.length, 'it was too much');
  assert.ok(stored.length >= WAVES * WAITING, 'what may wait is stored');
  for (const { status, code, retryAfter } of refused)
    assert.deepEqual([status, code, retryAfter], [503, 'overloaded', 1]);
  const published = new Set<string>();
  for await (const { ballot } of storage.ballots('maison')) published.add(ballot);
  assert.deepEqual(new Set(stored.map(({ ballot }) => ballot)), published);
  assert.equal(published.size, stored.length);
  // Whoever was there before is shown what has come of it.
  for (let seen = 0; shownTo(watcher) < stored.length; seen++) await watcher.until('results', seen);

  // They come back with the same keys, and when it is calm somebody may watch again.
  const again = refused.slice(0, WAITING);
  const second = await Promise.all(again.map(({ voter }) => vote(voter)));
  assert.deepEqual(new Set(second.map(({ status }) => status)), new Set([201]));
  assert.equal((await storage.tally('maison')).ballots, stored.length + again.length);
  await delay(2100);
  const welcome = await fetch(`${serving.url}/live?watch=maison`);
  assert.equal(welcome.status, 200);
  await welcome.body?.cancel();
  await serving.close();
});

function shownTo(watcher: EventReader): number {
  const { data } = watcher.of('results').at(-1) ?? {};
  return (data as { results: { ballots: number } }).results.ballots;
}
