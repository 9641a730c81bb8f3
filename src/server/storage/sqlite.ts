import type Database from 'libsql';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ElectionError } from '../../model/errors.js';
import { Changes } from './changes.js';
import { flatCasts, outcomesOf } from './flat-casts.js';
import { GroupCommit } from './group-commit.js';
import { migrate } from './migrations.js';
import { queriesOf } from './queries.js';
import { connect, kyselyOver } from './sqlite-connection.js';
import { startWriter } from './sqlite-writer.js';
import type { Cast, CastOutcome, Storage, StorageOptions } from './storage.js';

export interface SqliteOptions extends StorageOptions {
  /** Reads what is there beside the server that writes it: makes and migrates nothing, and every write fails. */
  readonly readOnly?: boolean;
}

/**
 * Ballots in an SQLite file, made with its folder where there is none. All elections share one transaction
 * at a time.
 *
 * For one server: take the folder first (`openDataFolder`). The ballots of two servers on one file would be
 * counted rightly, but neither would hear of the other's.
 * @param database path of the file
 * @throws ElectionError `storage-failed`, saying why it cannot be opened
 */
export async function openSqlite(database: string, options: SqliteOptions): Promise<Storage> {
  try {
    return options.readOnly ? await openToRead(database) : await openToWrite(database, options);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ElectionError('storage-failed', { detail: `${database} cannot be opened: ${why}`, cause });
  }
}

async function openToWrite(path: string, { now, maxWaiting }: StorageOptions): Promise<Storage> {
  await mkdir(dirname(path), { recursive: true });
  const connection = connect(path, 'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  try {
    assertDurable(connection);
    const db = kyselyOver(connection);
    await migrate(db, 'sqlite');
    const writer = await startWriter(path);
    const changes = new Changes();
    const queries = queriesOf(db);
    const commits = new GroupCommit<Cast, CastOutcome>(async (casts) => {
      const committed = await writer.call('commit', flatCasts(casts), now());
      for (const election of committed.changed) changes.tell(election, 'tally');
      return outcomesOf(casts, committed);
    }, maxWaiting);
    return {
      ...queries,
      cast: (cast) => commits.add('', cast),
      putElection: async (stored) => {
        await queries.putElection(stored);
        changes.tell(stored.election.id, 'election');
      },
      onChange: (listener) => changes.on(listener),
      close: async () => {
        await commits.close();
        await writer.close();
        connection.close();
      },
    };
  } catch (error) {
    connection.close();
    throw error;
  }
}

async function openToRead(path: string): Promise<Storage> {
  if (!existsSync(path)) throw new Error('there is no such file');
  const connection = connect(path, 'PRAGMA query_only = ON');
  const changes = new Changes();
  return {
    ...queriesOf(kyselyOver(connection)),
    cast: () => Promise.reject(new ElectionError('storage-failed', { detail: 'opened to be read only' })),
    onChange: (listener) => changes.on(listener),
    close: async () => void connection.close(),
  };
}

/** A file system without shared memory cannot do WAL; a build of SQLite may open files with less than FULL. */
function assertDurable(connection: Database.Database): void {
  const journal = connection.prepare('PRAGMA journal_mode').raw().get([]) as [string];
  const synchronous = connection.prepare('PRAGMA synchronous').raw().get([]) as [number];
  if (journal[0] !== 'wal' || synchronous[0] !== 2)
    throw new Error(
      `its commits would not be durable (journal ${journal[0]}, synchronous ${synchronous[0]})`,
    );
}
