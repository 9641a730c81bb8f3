import { PostgresAdapter, PostgresDialect, sql, type Kysely, type MigrationLockOptions } from 'kysely';
import pg from 'pg';
import { setTimeout as delay } from 'node:timers/promises';
import { migrate } from './migrations.js';
import type { Schema } from './schema.js';

/**
 * Milliseconds that a change of a table may wait for those who use it: while it waits, ballots wait behind it.
 */
const WAIT = 1000;
const TRIES = 30;

/**
 * Brings the tables to this version's while others, of this version or the one before, use them.
 *
 * A change that has to wait too long, stands in a circle of waiting, or meets another process that does the same
 * (where the engine has no lock to keep it out) is undone whole, and tried again.
 */
export async function migratePostgres(db: Kysely<Schema>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await migrate(db, 'postgres');
    } catch (error) {
      if (tries === TRIES || !mayPass(error)) throw error;
      await delay(200 + Math.random() * 300);
    }
  }
}

/** Not to be had in time, deadlock, serialization; there already: table, column, row (two make them at once). */
const PASSING = new Set(['55P03', '40P01', '40001', '42P07', '42701', '23505']);

const mayPass = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && PASSING.has(error.code ?? '');

/** Postgres, and the engines that speak it but know no advisory locks. */
export class PostgresLikeDialect extends PostgresDialect {
  override createAdapter(): PostgresAdapter {
    return new PostgresLikeAdapter();
  }
}

class PostgresLikeAdapter extends PostgresAdapter {
  #isLocked = false;

  override async acquireMigrationLock(db: Kysely<unknown>, options: MigrationLockOptions): Promise<void> {
    this.#isLocked = await super.acquireMigrationLock(db, options).then(
      () => true,
      (error: unknown) => {
        // Classes 0A and 42: the engine has no such lock.
        if (error instanceof pg.DatabaseError && /^(0A|42)/.test(error.code ?? '')) return false;
        throw error;
      },
    );
    await sql`SET lock_timeout = ${sql.lit(WAIT)}`.execute(db);
  }

  override async releaseMigrationLock(db: Kysely<unknown>, options: MigrationLockOptions): Promise<void> {
    await sql`RESET lock_timeout`.execute(db);
    if (this.#isLocked) await super.releaseMigrationLock(db, options);
  }
}
