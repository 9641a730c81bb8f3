/**
 * What speaks Postgres but lacks a part of it: without LISTEN, NOTIFY and advisory locks, and behind a pooler
 * that lends its connections by the transaction. A real Postgres, whose words for these are not understood.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { openPostgres } from '../../../src/server/storage/postgres.js';
import type { Storage } from '../../../src/server/storage/storage.js';
import { startPostgres, type TestDatabase } from '../../support/postgres.js';
import { rewording, type RewordingProxy } from '../../support/rewording-proxy.js';
import { anElection, DURING } from '../support/backend.js';
import { castAll, many, newId, putNewElection } from './casts.js';

const LACKING: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'an engine without LISTEN, NOTIFY and advisory locks': {
    LISTEN: 'HEARKE',
    pg_notify: 'pg_tell__',
    pg_advisory: 'pg_advisery',
  },
  'a pooler through which no notice comes': { 'LISTEN voix': 'LISTEN none' },
};

/** Milliseconds in which what changes is heard of by looking: many times what it takes, for machines that are busy. */
const PATIENCE = 60_000;

for (const [name, words] of Object.entries(LACKING))
  describe(name, () => {
    const now = () => DURING;
    let database: TestDatabase;
    let proxy: RewordingProxy;
    let one: Storage;
    let two: Storage;
    before(async () => {
      database = await startPostgres();
      proxy = await rewording(database.url, words);
      [one, two] = (await Promise.all([open(), open()])) as [Storage, Storage];
    });
    after(async () => {
      await Promise.all([one.close(), two.close()]);
      proxy.close();
      await database.stop();
    });
    const open = () => openPostgres(proxy.url, { now });

    it('lets two processes begin at once, and take one election’s ballots in one sequence', async () => {
      const id = await putNewElection(one);
      await Promise.all([castAll(one, many(50, id)), castAll(two, many(50, id))]);
      assert.equal((await two.tally(id)).ballots, 100);
    });

    it('lets each see the other’s ballots and elections, unasked', async () => {
      const id = newId();
      const heard: string[] = [];
      two.onChange((election, changed) => void (election === id && heard.push(changed)));
      const hears = async (changed: string): Promise<void> => {
        const until = performance.now() + PATIENCE;
        while (!heard.includes(changed)) {
          assert.ok(performance.now() < until, `heard only: ${heard.join()}`);
          await delay(5);
        }
        heard.length = 0;
      };
      await one.putElection({ election: anElection(id), origins: [] });
      await hears('election');
      await castAll(one, many(5, id));
      await hears('tally');
      await one.putElection({ election: { ...anElection(id), title: 'Who will it be?' }, origins: [] });
      await hears('election');
    });
  });

it('no lock that a pooler has kept, as it ends no session with its client, keeps a server from starting', async () => {
  const database = await startPostgres();
  const pooler = new pg.Client({ connectionString: database.url });
  await pooler.connect();
  await pooler.query(
    'SELECT pg_advisory_lock(key) FROM unnest(ARRAY[0, 1, 3853314791062309107]) AS held (key)',
  );
  const open = () => openPostgres(database.url, { now: () => DURING });
  const opened = await Promise.all([open(), open(), open()]);
  try {
    const id = await putNewElection(opened[0] as Storage);
    for (const storage of opened) assert.equal((await storage.election(id))?.election.id, id);
    const { rows } = await pooler.query(
      "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND pid <> pg_backend_pid()",
    );
    assert.deepEqual(rows, []);
  } finally {
    await Promise.all(opened.map((storage) => storage.close()));
    await pooler.end();
    await database.stop();
  }
});

it('a database whose transactions are serializable unless said otherwise takes the ballots of two processes', async () => {
  const database = await startPostgres();
  const admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  const name = new URL(database.url).pathname.slice(1);
  await admin.query(`ALTER DATABASE ${name} SET default_transaction_isolation = serializable`);
  await admin.end();
  const open = () => openPostgres(database.url, { now: () => DURING });
  const [one, two] = [await open(), await open()];
  try {
    const id = await putNewElection(one);
    for (let i = 0; i < 20; i++) {
      const title = `Round ${i}`;
      await Promise.all([
        castAll(one, many(5, id)),
        castAll(two, many(5, id)),
        one.putElection({ election: { ...anElection(id), title }, origins: [] }),
      ]);
    }
    assert.equal((await two.tally(id)).ballots, 200);
  } finally {
    await Promise.all([one.close(), two.close()]);
    await database.stop();
  }
});
