import { existsSync } from 'node:fs';
import { openSqlite } from '../server/storage/sqlite.js';
import { databaseIn, openDataFolder } from '../server/storage/sqlite-folder.js';
import type { Storage, StorageOptions } from '../server/storage/storage.js';
import { Failure } from './failure.js';

export interface Where {
  /** The data folder. */
  readonly data: string;
  /** Address of a Postgres database; where it is absent, SQLite in the data folder. */
  readonly databaseUrl?: string;
}

export interface Held {
  readonly storage: Storage;
  readonly secret: string;
  close(): Promise<void>;
}

/** Loaded where it is asked for: most data folders have none, and a command is half its start. */
async function openPostgres(url: string, options: StorageOptions): Promise<Storage> {
  if (!isPostgres(url))
    throw new Failure(
      'DATABASE_URL, or --database-url, is no address of a Postgres database: it must be like ' +
        '`postgres://user:password@db.brand.example:5432/voix`, with each `@`, `:`, `/`, `#` and `%` of a password ' +
        'written as `%40`, `%3A`, `%2F`, `%23` and `%25`.',
    );
  const postgres = await import('../server/storage/postgres.js');
  return postgres.openPostgres(url, options);
}

/** The driver takes all else for the path of a file, and asks this machine. A socket's address has no host. */
const isPostgres = (url: string): boolean =>
  /^(socket:|\/)/.test(url) ||
  (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url.replace('@/', '@localhost/')));

/**
 * Opens the storage for a server: with SQLite, this process alone serves the folder.
 * @param secret where it is absent, the data folder's own, made there the first time
 */
export async function holdStorage(where: Where, options: StorageOptions, secret?: string): Promise<Held> {
  const { data, databaseUrl } = where;
  const folder = databaseUrl !== undefined && secret !== undefined ? undefined : await openDataFolder(data);
  try {
    const storage =
      databaseUrl === undefined
        ? await openSqlite(databaseIn(data), options)
        : await openPostgres(databaseUrl, options);
    const close = async () => {
      await storage.close();
      folder?.release();
    };
    return { storage, secret: secret ?? folder?.secret ?? '', close };
  } catch (error) {
    folder?.release();
    throw error;
  }
}

/** Opens the storage to read it, beside whoever serves it. */
export async function readStorage({ data, databaseUrl }: Where): Promise<Storage> {
  if (databaseUrl !== undefined) return openPostgres(databaseUrl, { now: Date.now });
  return openSqlite(databaseIn(data), { now: Date.now, readOnly: true });
}

/**
 * Opens the storage to write into it beside whoever serves it: each write is a transaction of its own, and a server
 * that runs notices it in a moment.
 * @throws Failure where there is no database
 */
export async function writeStorage({ data, databaseUrl }: Where): Promise<Storage> {
  if (databaseUrl !== undefined) return openPostgres(databaseUrl, { now: Date.now });
  const database = databaseIn(data);
  if (!existsSync(database))
    throw new Failure(`There is no database in ${data}: name its folder with --data.`);
  return openSqlite(database, { now: Date.now });
}
