import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import Database from 'libsql';
import { openSqlite } from '../../../src/server/storage/sqlite.js';
import { DURING } from '../support/backend.js';
import { allBallots, aCast, castAll, kindsOf, many, putNewElection, recount } from './casts.js';
import { logStatementsSuite } from './log-statements-suite.js';
import { logSuite } from './log-suite.js';
import { storageSuite } from './suite.js';

describe('SQLite', () => {
  let folder = '';
  let shared = '';
  const now = () => DURING;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'voix-sqlite-'));
    shared = join(folder, 'shared', 'voix.db');
  });
  after(() => rm(folder, { recursive: true, force: true }));

  describe('ballots and topics', () => storageSuite((options) => openSqlite(shared, options)));
  describe('logs', () => logSuite((options) => openSqlite(shared, options)));
  describe('statements and erasures', () => logStatementsSuite((options) => openSqlite(shared, options)));

  it('a place where commits would not be durable is refused', async () => {
    await assert.rejects(openSqlite(':memory:', { now }), {
      code: 'storage-failed',
      message: /not be durable/,
    });
  });

  it('a path that cannot be a database is refused, and says which', async () => {
    const file = join(folder, 'file');
    await writeFile(file, 'This is not a database, however long one reads in it. '.repeat(40));
    for (const path of [file, join(file, 'voix.db'), folder])
      await assert.rejects(openSqlite(path, { now }), (error: Error & { code: string; detail: string }) => {
        assert.equal(error.code, 'storage-failed');
        assert.ok(error.detail.startsWith(`${path} cannot be opened: `), error.detail);
        return true;
      });
  });

  it('tables of a later version are refused, not written to', async () => {
    const path = join(folder, 'later', 'voix.db');
    await (await openSqlite(path, { now })).close();
    const later = new Database(path);
    later.exec("INSERT INTO kysely_migration VALUES ('9999-12-31-later', '9999-12-31T00:00:00Z')");
    later.close();
    await assert.rejects(openSqlite(path, { now }), { code: 'storage-failed', message: /9999-12-31-later/ });
  });

  it('read only: beside the server that writes, and no write gets through', async () => {
    const storage = await openSqlite(shared, { now });
    const reader = await openSqlite(shared, { now, readOnly: true });
    const id = await putNewElection(storage);
    await castAll(storage, many(20, id));
    assert.deepEqual(await reader.tally(id), recount(await allBallots(reader, id)));
    assert.equal((await reader.election(id))?.election.id, id);
    await assert.rejects(reader.cast(aCast(id)), { code: 'storage-failed' });
    await assert.rejects(putNewElection(reader), { code: 'storage-failed' });
    await storage.close();
    assert.equal((await reader.tally(id)).version, 20);
    await reader.close();
    await assert.rejects(openSqlite(join(folder, 'none.db'), { now, readOnly: true }), {
      code: 'storage-failed',
    });
  });

  it('two storages on one file never count a voter twice', async () => {
    const both = [await openSqlite(shared, { now }), await openSqlite(shared, { now })] as const;
    const id = await putNewElection(both[0]);
    const outcomes = await Promise.all(
      many(100, id, { voter: 'one', revote: false }).map((cast, i) => both[i % 2 ? 1 : 0].cast(cast)),
    );
    assert.deepEqual(kindsOf(outcomes), { stored: 1, 'already-voted': 99 });
    await Promise.all(both.map((storage) => castAll(storage, many(100, id))));
    const ballots = await allBallots(both[0], id);
    assert.equal(ballots.length, 201);
    assert.deepEqual(await both[1].tally(id), recount(ballots));
    await Promise.all(both.map((storage) => storage.close()));
  });

  it('while another process keeps writing, a cast fails and says so; after that, it is stored', async () => {
    const storage = await openSqlite(shared, { now });
    const id = await putNewElection(storage);
    const cast = aCast(id);
    const other = new Database(shared);
    other.exec('BEGIN IMMEDIATE');
    await assert.rejects(storage.cast(cast), { code: 'storage-failed' });
    other.exec('ROLLBACK');
    other.close();
    assert.equal((await storage.cast(cast)).kind, 'stored');
    await storage.close();
  });
});
