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

export const kyselyOver = (database: Database.Database): Kysely<Schema> =>
  new Kysely({ dialect: new SqliteDialect({ database }) });
