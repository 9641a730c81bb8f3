import { PostgresAdapter, PostgresDialect, sql, type Kysely } from 'kysely';
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
 * A change that has to wait too long, stands in a circle of waiting, or meets another process that does the same is
 * undone whole, and tried again.
 */
export async function migratePostgres(db: Kysely<Schema>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await migrate(db, 'postgres', waitLittle);
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

const waitLittle = (transaction: Kysely<unknown>) =>
  sql`SET LOCAL lock_timeout = ${sql.lit(WAIT)}`.execute(transaction);

/**
 * Postgres, and what speaks it. No lock of a session keeps others from making the tables at the same time: not every
 * engine has one; and behind a pooler that lends connections by the transaction it would be taken on one and let go on
 * another, so that nobody could start any more.
 */
export class PostgresLikeDialect extends PostgresDialect {
  override createAdapter(): PostgresAdapter {
    return new UnlockedAdapter();
  }
}

class UnlockedAdapter extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}
