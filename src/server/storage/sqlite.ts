import type Database from 'libsql';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ElectionError } from '../../model/errors.js';
import { changedBy, Changes } from './changes.js';
import { flatCasts, outcomesOf } from './flat-casts.js';
import { GroupCommit } from './group-commit.js';
import { tiers } from './log-notes.js';
import { logQueriesOf } from './log-queries.js';
import { migrate } from './migrations.js';
import { sha256 } from './node-sha256.js';
import { guarded, queriesOf } from './queries.js';
import type { ThreadOptions } from './sqlite-calls.js';
import { connect, kyselyOver } from './sqlite-connection.js';
import { startWriter, type Writer } from './sqlite-writer.js';
import type { Cast, CastOutcome, Storage, StorageOptions } from './storage.js';
import { topicsOf } from './topics.js';

/** Keeps up to 64 MB of pages: of a million ballots' trees all but the leaves, so that one is found by a read or two. */
const SETTINGS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA cache_size = -65536;
`;

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
export const openSqlite = (database: string, options: SqliteOptions): Promise<Storage> =>
  openWith(startWriter, database, options);

/** How what writes is begun. */
export type StartWriter = (options: ThreadOptions) => Promise<Writer>;

/** As `openSqlite`, with a writer of one's own. */
export async function openWith(
  start: StartWriter,
  database: string,
  options: SqliteOptions,
): Promise<Storage> {
  try {
    return options.readOnly
      ? await openToRead(database, options)
      : await openToWrite(start, database, options);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ElectionError('storage-failed', { detail: `${database} cannot be opened: ${why}`, cause });
  }
}

async function openToWrite(
  start: StartWriter,
  path: string,
  { now, maxWaiting, seed, log = true }: StorageOptions,
): Promise<Storage> {
  await mkdir(dirname(path), { recursive: true });
  const connection = connect(path, SETTINGS);
  try {
    assertDurable(connection);
    const db = kyselyOver(connection);
    await migrate(db, 'sqlite');
    const { call, close } = await start({ path, seed });
    const changes = new Changes();
    const commits = new GroupCommit<Cast, CastOutcome>(async (casts) => {
      const committed = await call('commit', flatCasts(casts), now());
      for (const election of committed.changed) changes.tell(election, 'tally');
      return outcomesOf(casts, committed);
    }, maxWaiting);
    const queries = queriesOf(db);
    return {
      ...queries,
      ping: async () => void (await Promise.all([queries.ping(), guarded(() => call('ping'))])),
      cast: (cast) => commits.add('', cast),
      putElection: async (stored, before, entry) => {
        await guarded(() => call('putElection', stored, { now: now(), log, before }, entry));
        changes.tell(stored.election.id, 'election');
      },
      log: {
        ...logQueriesOf(db, sha256),
        append: async (election, statement, size, entry) => {
          const head = await guarded(() => call('append', election, statement, size, now(), entry));
          if (head) changes.tell(election, changedBy(statement));
          return head;
        },
        eraseVoter: (election, ballot) => guarded(() => call('eraseVoter', election, ballot)),
        addRefused: (election, counts) => guarded(() => call('addRefused', election, counts)),
        putCosigned: (election, cosigned) => guarded(() => call('putCosigned', election, cosigned)),
        tiers: (election) => guarded(() => call('tiers', election)),
      },
      topics: topicsOf({
        read: (task) => guarded(() => task({ db, dialect: 'sqlite', now: now() })),
        write: (topic, name, args, entry) => guarded(() => call('write', topic, name, args, now(), entry)),
      }),
      onChange: (listener) => changes.on(listener),
      close: async () => {
        await commits.close();
        await close();
        connection.close();
      },
    };
  } catch (error) {
    connection.close();
    throw error;
  }
}

async function openToRead(path: string, { now }: StorageOptions): Promise<Storage> {
  if (!existsSync(path)) throw new Error('there is no such file');
  const connection = connect(path, 'PRAGMA query_only = ON');
  const db = kyselyOver(connection);
  const changes = new Changes();
  const refuse = () =>
    Promise.reject(new ElectionError('storage-failed', { detail: 'opened to be read only' }));
  return {
    ...queriesOf(db),
    cast: refuse,
    putElection: refuse,
    log: {
      ...logQueriesOf(db, sha256),
      append: refuse,
      eraseVoter: refuse,
      addRefused: refuse,
      putCosigned: refuse,
      tiers: (election) => guarded(() => tiers(db, election)),
    },
    topics: topicsOf({
      read: (task) => guarded(() => task({ db, dialect: 'sqlite', now: now() })),
      write: refuse,
    }),
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
