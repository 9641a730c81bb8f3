/** The tables change while a process of the version before goes on: it votes on, and so does the new one. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { openPostgres } from '../../../src/server/storage/postgres.js';
import type { Cast } from '../../../src/server/storage/storage.js';
import { startPostgres } from '../../support/postgres.js';
import { anElection, DURING } from '../support/backend.js';
import { aCast, allBallots, recount, vote } from './casts.js';
import { startPreviousProcess } from './previous-version.js';

/**
 * Milliseconds that a voter may have to wait while the tables change; and, on a machine that has other things to do, how
 * many times as long as before.
 */
const PATIENCE = 8000;
const TIMES = 20;

it('the tables change under a process of the version before: no ballot is lost, doubled or kept waiting for long', async (t) => {
  const database = await startPostgres();
  const election = anElection('maison');
  const old = await startPreviousProcess(database.url, election);
  t.after(() => old.close());
  let isOver = false;
  let longest = 0;
  let isUpgraded = false;
  let since = 0;
  const stored: string[] = [];
  const complaints = new Set<string>();

  /** As the client does: the same key, until there is an answer. */
  async function castUntilStored(cast: Cast, send: (cast: Cast) => Promise<unknown>): Promise<void> {
    const begun = performance.now();
    for (; ; await delay(20))
      try {
        await send(cast);
        break;
      } catch (error) {
        complaints.add((error as Error).message);
      }
    longest = Math.max(longest, performance.now() - begun);
    stored.push(cast.key);
    if (isUpgraded) since++;
  }
  const voters = (send: (cast: Cast) => Promise<unknown>) =>
    Array.from({ length: 8 }, async (_, i) => {
      while (!isOver)
        await castUntilStored(aCast(election.id, { choice: vote(i % 3 ? 'amina' : 'bruno') }), send);
    });

  const oldVoters = voters((cast) => old.cast(cast));
  const readers = Array.from({ length: 4 }, async () => {
    // A reader may be the one that a circle of waiting is cut at: it asks again.
    while (!isOver) await old.read(election.id, 'nobody').catch(() => undefined);
  });
  const until = async (holds: () => boolean) => {
    while (!holds()) await delay(20);
  };
  await until(() => stored.length >= 100);
  const before = stored.length;
  const usual = longest;
  const next = await openPostgres(database.url, { now: () => DURING });
  // Whatever came of it: what is left open would be waited for.
  t.after(async () => {
    await next.close();
    await database.stop();
  });
  const newVoters = voters(async (cast) => assert.equal((await next.cast(cast)).kind, 'stored'));
  isUpgraded = true;
  await until(() => since >= 200);
  isOver = true;
  await Promise.all([...oldVoters, ...newVoters, ...readers]);

  const ballots = await allBallots(next, election.id);
  assert.ok(before > 0 && ballots.length > before);
  assert.deepEqual(
    ballots.map(({ sequence }) => sequence),
    ballots.map((_, i) => i + 1),
  );
  assert.equal(ballots.length, stored.length);
  assert.deepEqual(await next.tally(election.id), recount(ballots));
  assert.ok(longest < Math.max(PATIENCE, TIMES * usual), `${longest} ms, before ${usual} ms`);
  // What was prepared before the tables changed is prepared anew, on a new connection.
  assert.deepEqual(
    [...complaints].filter((text) => text !== 'cached plan must not change result type'),
    [],
  );
});
