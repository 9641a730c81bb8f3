import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { openPostgres } from '../../../src/server/storage/postgres.js';
import type { LogHead, Place } from '../../../src/server/storage/log-storage.js';
import type { Storage } from '../../../src/server/storage/storage.js';
import { startPostgres, type TestDatabase } from '../../support/postgres.js';
import { anElection, DURING } from '../support/backend.js';
import { allBallots, aCast, castAll, kindsOf, many, newId, putNewElection, recount, vote } from './casts.js';
import { logStatementsSuite } from './log-statements-suite.js';
import { logSuite } from './log-suite.js';
import { append, assertPlace, assertPrefix, hex, logOf, storedIn, wholeLog } from './log-checks.js';
import { storageSuite } from './suite.js';

describe('Postgres', () => {
  const now = () => DURING;
  let database: TestDatabase | undefined;
  let url = '';
  let admin: pg.Client;
  before(async () => {
    database = await startPostgres();
    url = database.url;
    admin = new pg.Client({ connectionString: url });
    await admin.connect();
  });
  after(async () => {
    await admin.end();
    await database?.stop();
  });

  /** Several processes on one database. */
  async function withStorages(count: number, test: (...storages: Storage[]) => Promise<void>): Promise<void> {
    const storages = await Promise.all(Array.from({ length: count }, () => openPostgres(url, { now })));
    try {
      await test(...storages);
    } finally {
      await Promise.all(storages.map((storage) => storage.close()));
    }
  }

  it('three processes that begin at once on an empty database make its tables once', () =>
    withStorages(3, async (...storages) => {
      const id = await putNewElection(storages[0] as Storage);
      for (const storage of storages) assert.equal((await storage.election(id))?.election.id, id);
    }));

  describe('ballots and topics', () => storageSuite((options) => openPostgres(url, options)));
  describe('logs', () => logSuite((options) => openPostgres(url, options)));
  describe('statements and erasures', () => logStatementsSuite((options) => openPostgres(url, options)));

  it('two processes never count a voter twice, and their ballots have one sequence', () =>
    withStorages(2, async (one, two) => {
      assert.ok(one && two);
      const [id, other] = [await putNewElection(one), await putNewElection(two)];
      const cast = aCast(id, { voter: 'one', revote: false });
      const simultaneous = many(200, id, { voter: 'one', revote: false }).map((each, i) =>
        (i % 2 ? one : two).cast(i % 4 < 2 ? cast : each),
      );
      const { stored, ...others } = kindsOf(await Promise.all(simultaneous));
      assert.equal(stored, 1);
      assert.deepEqual(
        Object.keys(others).filter((kind) => !['repeated', 'already-voted', 'key-reused'].includes(kind)),
        [],
      );

      const changing = Array.from({ length: 300 }, (_, i) =>
        (i % 2 ? one : two).cast(
          aCast(i % 3 ? id : other, { voter: `v${i % 40}`, choice: vote(i % 7 ? 'amina' : 'bruno') }),
        ),
      );
      assert.deepEqual(kindsOf(await Promise.all(changing)), { stored: 300 });
      for (const election of [id, other]) {
        const ballots = await allBallots(one, election);
        assert.deepEqual(
          ballots.map(({ sequence }) => sequence),
          ballots.map((_, i) => i + 1),
        );
        assert.deepEqual(await two.tally(election), recount(ballots));
      }
    }));

  it('two processes never fork a log: every head that either gave is a prefix of what it became', () =>
    withStorages(2, async (one, two) => {
      assert.ok(one && two);
      const id = await putNewElection(one);
      const heads: (LogHead | undefined)[] = [];
      const places: Place[] = [];
      let isOver = false;
      const watching = [one, two].map(async (storage) => {
        for (; !isOver; await delay(5)) heads.push(await logOf(storage).head(id));
      });
      const stating = [one, two].map(async (storage, i) => {
        for (let n = 0; n < 10; n++) {
          heads.push(await append(storage, id, { type: 'erasure', voters: i * 10 + n }));
          const election = { ...anElection(id), title: `${i} ${n}` };
          if (n % 5 === 0) await storage.putElection({ election, origins: [] });
        }
      });
      const casting = many(600, id).map(async (cast, i) => {
        await delay(i % 50);
        const [stored] = storedIn([await (i % 2 ? one : two).cast(cast)]);
        if (stored) places.push(stored.place);
      });
      await Promise.all([...stating, ...casting]);
      isOver = true;
      await Promise.all(watching);
      const whole = await wholeLog(two, id);
      assert.equal(hex(whole.root), hex((await logOf(one).head(id))?.root ?? new Uint8Array()));
      const counts = new Map<string, number>();
      for (const { type } of whole.entries) counts.set(type, (counts.get(type) ?? 0) + 1);
      assert.deepEqual(Object.fromEntries(counts), { opening: 1, ballot: 600, erasure: 20, amendment: 4 });
      assert.equal(new Set(places.map(({ index }) => index)).size, 600);
      for (const head of heads) if (head) assertPrefix(head, whole);
      for (const [i, place] of places.entries()) if (i % 50 === 0) assertPlace(place, whole);
    }));

  it('what one process changes, the other hears', () =>
    withStorages(2, async (one, two) => {
      assert.ok(one && two);
      const id = newId();
      const heard = hearing(two, id);
      await one.putElection({ election: anElection(id), origins: [] });
      await heard.atLeast('election', 1);
      await castAll(one, many(5, id));
      await heard.atLeast('tally', 1);
      assert.equal((await two.tally(id)).version, 5);
      await delay(300);
      const before = heard.count('tally');
      await castAll(one, many(5, id));
      await heard.atLeast('tally', before + 1);
    }));

  it('a change whose notice was never sent is found by looking', async () => {
    let id = '';
    await withStorages(1, async (storage) => {
      assert.ok(storage);
      id = await putNewElection(storage);
    });
    await withStorages(1, async (storage) => {
      assert.ok(storage);
      const heard = hearing(storage, id);
      await admin.query('UPDATE heads SET version = 7 WHERE election = $1', [id]);
      await heard.atLeast('tally', 1);
    });
  });

  it('connections that end in mid-storm lose nothing, and all is well again by itself', () =>
    withStorages(2, async (storage, other) => {
      assert.ok(storage && other);
      const id = await putNewElection(storage);
      let failed = 0;
      /** As the client does: the same key, until there is an answer. */
      const castUntilStored = async (cast: ReturnType<typeof aCast>): Promise<void> => {
        for (;;) {
          try {
            const { kind } = await storage.cast(cast);
            assert.ok(kind === 'stored' || kind === 'repeated', kind);
            return;
          } catch (error) {
            assert.equal((error as { code?: string }).code, 'storage-failed');
            failed++;
            await delay(10);
          }
        }
      };
      const casts = many(3000, id);
      let ended = false;
      const storm = Promise.all(
        Array.from({ length: 50 }, async (_, i) => {
          for (let n = i; n < casts.length; n += 50)
            await castUntilStored(casts[n] as ReturnType<typeof aCast>);
        }),
      ).finally(() => (ended = true));
      for (; !ended && failed < 100; await delay(20)) await endConnections();
      await storm;
      assert.ok(failed > 0, 'at least one commit was cut');

      const ballots = await allBallots(storage, id);
      assert.equal(ballots.length, 3000);
      assert.equal(new Set(ballots.map(({ voter }) => voter)).size, 3000);
      assert.deepEqual(await storage.tally(id), recount(ballots));

      const heard = hearing(other, id);
      await endConnections();
      await heard.atLeast('election', 1);
      await delay(50);
      await storage.cast(aCast(id));
      await heard.atLeast('tally', 1);
    }));

  it('a head that another keeps delays its own ballots, which are stored once it is let go', () =>
    withStorages(1, async (storage) => {
      assert.ok(storage);
      const id = await putNewElection(storage);
      await admin.query('BEGIN');
      await admin.query('SELECT 1 FROM heads WHERE election = $1 FOR UPDATE', [id]);
      let answered = false;
      const waiting = storage.cast(aCast(id)).finally(() => (answered = true));
      await delay(200);
      assert.equal(answered, false);
      await admin.query('COMMIT');
      assert.equal((await waiting).kind, 'stored');
    }));

  it('a database whose commits would not be durable is refused', async () => {
    const name = new URL(url).pathname.slice(1);
    await admin.query(`ALTER DATABASE ${name} SET synchronous_commit = off`);
    await assert.rejects(openPostgres(url, { now }), { code: 'storage-failed', message: /not be durable/ });
    await admin.query(`ALTER DATABASE ${name} RESET synchronous_commit`);
  });

  it('a database that is not there is refused, in words that hold no password', async () => {
    const wrong = new URL(url);
    wrong.port = '1';
    wrong.password = 'a-password-of-tests';
    for (const address of [wrong.href, 'postgres://%', `${url}_none`])
      await assert.rejects(openPostgres(address, { now }), (error: Error & { code: string }) => {
        assert.equal(error.code, 'storage-failed');
        assert.match(error.message, /Postgres cannot be opened: ./);
        assert.ok(!error.message.includes('a-password-of-tests'));
        return true;
      });
  });

  const endConnections = () =>
    admin.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'voix' AND datname = current_database()",
    );
});

/** What is heard of an election, and waiting for it. */
function hearing(storage: Storage, id: string) {
  const heard: string[] = [];
  storage.onChange((election, changed) => void (election === id && heard.push(changed)));
  const count = (changed: string) => heard.filter((each) => each === changed).length;
  return {
    count,
    async atLeast(changed: string, times: number): Promise<void> {
      for (const until = Date.now() + 60_000; count(changed) < times; await delay(10))
        assert.ok(Date.now() < until, `heard only: ${heard.join(', ')}`);
    },
  };
}
