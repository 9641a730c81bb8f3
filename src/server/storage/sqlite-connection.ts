import Database from 'libsql';
import { Kysely, SqliteDialect } from 'kysely';
import type { Schema } from './schema.js';

/** Milliseconds to wait for another process that writes. */
const BUSY = 2000;

export function connect(path: string, settings: string): Database.Database {
  const connection = new Database(path, { timeout: BUSY });
  try {
    connection.exec(settings);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Texts of statements that stay prepared: more than there are, but for lists of varying length. */
const PREPARED = 256;

/**
 * Statements stay prepared, which is half the cost of a small query. One is read to its end whenever it runs, so it
 * can be run again, holds no snapshot open in between, and SQLite itself prepares it anew after a migration.
 */
export function kyselyOver(database: Database.Database): Kysely<Schema> {
  const prepared = new Map<string, Database.Statement>();
  return new Kysely({
    dialect: new SqliteDialect({
      database: {
        close: () => void database.close(),
        prepare(text) {
          const statement = prepared.get(text) ?? database.prepare(text);
          prepared.delete(text);
          prepared.set(text, statement);
          const [oldest] = prepared.keys();
          if (prepared.size > PREPARED && oldest !== undefined) prepared.delete(oldest);
          return statement;
        },
      },
    }),
  });
}
