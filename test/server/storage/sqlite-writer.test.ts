import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openSqlite } from '../../../src/server/storage/sqlite.js';
import { startWriter } from '../../../src/server/storage/sqlite-writer.js';
import { DURING } from '../support/backend.js';

describe('the thread that writes', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'voix-writer-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('says why it cannot be started', async () => {
    await assert.rejects(startWriter({ path: join(folder, 'none', 'voix.db'), seed: undefined }), /open/i);
    await assert.rejects(startWriter({ path: join(folder, 'empty.db'), seed: undefined }), {
      message: 'no such table: heads',
      code: 'SQLITE_ERROR',
    });
  });

  it('answers every call, says what went wrong, and after its end answers nobody', async () => {
    const path = join(folder, 'voix.db');
    await (await openSqlite(path, { now: () => DURING })).close();
    const writer = await startWriter({ path, seed: undefined });
    const answers = await Promise.allSettled([
      writer.call('ping'),
      writer.call('append', 'none', { type: 'erasure', voters: 1 }, undefined, DURING),
      writer.call('tiers', 'none'),
    ]);
    assert.deepEqual(
      answers.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
    assert.equal(answers[1]?.status === 'rejected' && answers[1].reason.code, 'election-unknown');
    await writer.close();
    await assert.rejects(writer.call('ping'), /has ended/);
  });
});
