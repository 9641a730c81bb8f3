/** What becomes of a data folder when processes end, or are two. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { after, before, describe, it } from 'node:test';
import { databaseIn, openDataFolder } from '../../../src/server/storage/sqlite-folder.js';
import { openSqlite } from '../../../src/server/storage/sqlite.js';
import { DURING } from '../support/backend.js';
import { allBallots, putNewElection, recount } from './casts.js';
import { wholeLog } from './log-checks.js';

describe('a process that is killed', () => {
  const now = () => DURING;
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'voix-killed-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('in the middle of a storm has lost no ballot that it told of, and leaves the folder free', async () => {
    const election = await newElection();
    for (const acknowledged of [50, 700]) {
      const storm = startStorm(election);
      const told = linesOf(storm);
      while (told().length < acknowledged) await once(storm.stdout, 'data');
      await assert.rejects(openDataFolder(folder), { code: 'EBUSY', message: /in use by another process/ });
      storm.kill('SIGKILL');
      await once(storm, 'close');

      (await openDataFolder(folder)).release();
      const storage = await openSqlite(databaseIn(folder), { now });
      const ballots = await allBallots(storage, election);
      const stored = new Set(ballots.map(({ sequence, ballot }) => `${sequence} ${ballot}`));
      assert.deepEqual(
        told().filter((line) => !stored.has(line)),
        [],
      );
      assert.deepEqual(
        ballots.map(({ sequence }) => sequence),
        ballots.map((_, i) => i + 1),
      );
      assert.deepEqual(await storage.tally(election), recount(ballots));
      const { entries } = await wholeLog(storage, election);
      assert.deepEqual(
        entries.slice(1).map((entry) => entry['ballot']),
        ballots.map(({ ballot }) => ballot),
      );
      await storage.close();
    }
  });

  async function newElection(): Promise<string> {
    const storage = await openSqlite(databaseIn(folder), { now });
    const election = await putNewElection(storage);
    await storage.close();
    return election;
  }

  function startStorm(election: string): Storm {
    const script = join(import.meta.dirname, 'storm.js');
    return spawn(process.execPath, [script, folder, election], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  }

  /** What it has said up to now; a line cut off by its end was not told. */
  function linesOf({ stdout }: Storm): () => string[] {
    let text = '';
    stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
    return () => text.split('\n').slice(0, -1);
  }
});

type Storm = ChildProcessByStdio<null, Readable, null>;
