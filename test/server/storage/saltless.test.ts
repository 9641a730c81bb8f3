/** Elections from before voters' pseudonyms had salts: they are given one while that is safe, on both databases. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import Database from 'libsql';
import pg from 'pg';
import { openPostgres } from '../../../src/server/storage/postgres.js';
import { openSqlite } from '../../../src/server/storage/sqlite.js';
import { startPostgres } from '../../support/postgres.js';
import { anElection, DURING, OPENS } from '../support/backend.js';
import { aCast, newId } from './casts.js';
import type { Open } from './using.js';

const DAY = 86_400_000;
const DROP = 'DELETE FROM voter_salts';

/** @param drop makes elections such as they were before */
async function assertSalted(open: Open, drop: () => Promise<unknown>): Promise<void> {
  const EARLY = OPENS - 3 * DAY;
  let now = EARLY;
  const storage = await open({ now: () => now });
  try {
    const { retention } = storage.topics!;
    const [early, late, voted] = [newId(), newId(), newId()];
    const ids = [early, late, voted];
    for (const id of ids) await storage.putElection({ election: anElection(id), origins: [] });
    now = DURING;
    assert.equal((await storage.cast(aCast(voted))).kind, 'stored');
    now = EARLY;
    await drop();
    assert.deepEqual(
      await retention.withoutSalt(),
      [...ids].sort().map((id) => ({ id, isEarly: true })),
    );
    const putAgain = async (id: string) => {
      const stored = await storage.election(id);
      assert.ok(stored);
      await storage.putElection(stored, stored);
      return retention.saltOf(id);
    };
    const { size } = (await storage.log!.head(early))!;
    const heard: string[] = [];
    storage.onChange((id, changed) => heard.push(`${changed} ${id}`));
    const salt = await putAgain(early);
    assert.match(salt ?? '', /^[\w-]{22}$/);
    assert.ok(heard.includes(`election ${early}`), 'whoever knows it reads it again');
    assert.equal((await storage.log!.head(early))?.size, size, 'its log says nothing of it');
    assert.equal(await putAgain(early), salt);
    assert.equal(await putAgain(voted), undefined, 'whoever has voted would have a second name');
    now = OPENS - DAY;
    assert.equal(await putAgain(late), undefined, 'too late to be sure of every process');
    const left = await retention.withoutSalt();
    assert.deepEqual(
      left,
      [late, voted].sort().map((id) => ({ id, isEarly: false })),
    );
  } finally {
    await storage.close();
  }
}

describe('an election from before salts is given one a day before voting opens, if nobody has voted', () => {
  it('on SQLite', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'voix-saltless-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    const path = join(folder, 'voix.db');
    await assertSalted(
      (options) => openSqlite(path, options),
      async () => {
        const database = new Database(path);
        database.exec(DROP);
        database.close();
      },
    );
  });

  it('on Postgres', async (t) => {
    const database = await startPostgres();
    t.after(() => database.stop());
    await assertSalted(
      (options) => openPostgres(database.url, options),
      async () => {
        const client = new pg.Client({ connectionString: database.url });
        await client.connect();
        await client.query(DROP);
        await client.end();
      },
    );
  });
});
