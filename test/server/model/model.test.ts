/** W6: whatever happens to an election, in whatever order, each storage does what the model says. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import { openPostgres } from '../../../src/server/storage/postgres.js';
import { openSqlite } from '../../../src/server/storage/sqlite.js';
import type { Storage } from '../../../src/server/storage/storage.js';
import { startPostgres, type TestDatabase } from '../../support/postgres.js';
import { runs } from '../../support/runs.js';
import { newId } from '../storage/casts.js';
import { DURING } from '../support/backend.js';
import { MemoryStorage } from '../support/memory-storage.js';
import { anApproval, assertWhole, COMMANDS, type Real } from './commands.js';
import { ModelElection } from './election.js';

type Open = (clock: { readonly now: () => number }) => Promise<Storage>;

/** All courses share a place, each with an election of its own. */
async function holds(t: TestContext, opening: Open, numRuns: number): Promise<void> {
  const seed = randomInt(2 ** 31);
  t.diagnostic(`seed ${seed}, ${numRuns} courses`);
  const commands = fc.commands(COMMANDS, { size: '+1', maxCommands: 40 });
  const clock = { now: DURING };
  const open = () => opening({ now: () => clock.now });
  let storage = await open();
  try {
    await fc.assert(
      fc.asyncProperty(commands, fc.boolean(), async (course, revote) => {
        clock.now = DURING;
        const real: Real = { storage, election: newId(), clock, open, crashed: [], heads: [] };
        const model = new ModelElection(revote);
        try {
          await storage.putElection({ election: anApproval(real.election, revote), origins: [] });
          await fc.asyncModelRun(() => ({ model, real }), course);
          await assertWhole(model, real);
        } finally {
          storage = real.storage;
          await Promise.all(real.crashed.map((crashed) => crashed.close()));
        }
      }),
      { numRuns, seed },
    );
  } finally {
    await storage.close();
  }
}

describe('whatever happens to an election, in whatever order', () => {
  let folder = '';
  let database: TestDatabase | undefined;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'voix-model-'));
    database = await startPostgres();
  });
  after(async () => {
    await rm(folder, { recursive: true, force: true });
    await database?.stop();
  });

  it('the memory of the tests does what the model says', (t) => {
    let kept: MemoryStorage | undefined;
    return holds(t, async ({ now }) => (kept ??= new MemoryStorage(now)), runs(100));
  });

  it('the embedded database does', (t) =>
    holds(t, (clock) => openSqlite(join(folder, 'voix.db'), clock), runs(8)));

  it('Postgres does', (t) => {
    assert.ok(database);
    const { url } = database;
    return holds(t, (clock) => openPostgres(url, clock), runs(12));
  });
});
