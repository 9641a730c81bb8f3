import { Kysely, sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Id } from '../../model/election.js';
import { ElectionError } from '../../model/errors.js';
import { changedBy, Changes } from './changes.js';
import { eraseVoter } from './erasures.js';
import { GroupCommit } from './group-commit.js';
import { KnownLogs } from './known-logs.js';
import { addRefused, putCosigned, tiers } from './log-notes.js';
import { logQueriesOf } from './log-queries.js';
import { append, type Db } from './log-writes.js';
import { sha256 } from './node-sha256.js';
import { commitCasts } from './postgres-ballot-box.js';
import { Listener, noticeOf } from './postgres-listener.js';
import { migratePostgres, PostgresLikeDialect } from './postgres-migrations.js';
import { Teller } from './postgres-teller.js';
import { putElection } from './putting.js';
import { guarded, queriesOf } from './queries.js';
import { randomOf } from './random.js';
import type { Schema } from './schema.js';
import type { Means } from './sequencing.js';
import type { Cast, CastOutcome, Storage, StorageOptions } from './storage.js';
import { enterWith, topicsOf, writeOf } from './topics.js';

/** Milliseconds until a connection, or a statement of the ballots' way, counts as lost. */
const CONNECT = 5000;
const STATEMENT = 10_000;
/**
 * Connections for ballots, and elections are dealt out to them: few commits of many ballots cost far less than
 * one commit for each election, and one that waits does not hold up all. Those of other queries are apart, so
 * that reading delays no vote.
 */
const LANES = 4;
const QUERIES = 4;

/**
 * Ballots in a Postgres database, which any number of processes may share.
 *
 * After a lost connection, what was in flight rejects with `storage-failed`, and the next calls connect
 * again by themselves. A process that stands still in the middle of a commit loses it after ten seconds,
 * and with it the head that it kept from the others.
 * @param url `postgres://user:password@host:port/database`
 * @throws ElectionError `storage-failed`, saying why it cannot be opened
 */
export async function openPostgres(url: string, options: StorageOptions): Promise<Storage> {
  try {
    return await open(url, options);
  } catch (cause) {
    throw new ElectionError('storage-failed', {
      detail: `Postgres cannot be opened: ${reasonOf(cause)}`,
      cause,
    });
  }
}

async function open(url: string, { now, maxWaiting, seed, log = true }: StorageOptions): Promise<Storage> {
  const config = {
    connectionString: url,
    application_name: 'voix',
    connectionTimeoutMillis: CONNECT,
    keepAlive: true,
  };
  const limits = {
    statement_timeout: STATEMENT,
    idle_in_transaction_session_timeout: STATEMENT,
    query_timeout: STATEMENT + CONNECT,
  };
  const commitPool = poolOf({ ...config, ...limits, max: LANES, pipeline: true });
  const db = new Kysely<Schema>({
    dialect: new PostgresLikeDialect({ pool: poolOf({ ...config, max: QUERIES }) }),
  });
  const self = randomUUID();
  const changes = new Changes();
  const listener = new Listener({ ...config, query_timeout: STATEMENT }, self, changes);
  /** Where notices are not heard, others look. */
  const tell = async (through: Kysely<Schema>, notices: readonly string[]): Promise<void> => {
    if (listener.hears) await notify(through, notices);
  };
  try {
    await assertDurable(db);
    await migratePostgres(db);
    await listener.open((notices) => notify(db, notices));
  } catch (error) {
    await Promise.all([listener.close(), commitPool.end(), db.destroy()]);
    throw error;
  }
  const teller = new Teller((elections) =>
    tell(
      db,
      elections.map((election) => noticeOf(self, 'tally', election)),
    ),
  );
  const means: Means = { sha: sha256, random: randomOf(seed) };
  const logs = new KnownLogs();
  const commits = new GroupCommit<Cast, CastOutcome>(async (casts) => {
    const { outcomes, heads } = await commitCasts(commitPool, casts, { now, means, logs });
    for (const { election } of heads) {
      changes.tell(election, 'tally');
      teller.tell(election);
    }
    return outcomes;
  }, maxWaiting);

  /** The notice commits with what it tells of: no other process can have the one and miss the other. */
  const telling = async <T>(
    election: Id,
    changed: 'tally' | 'election',
    write: (db: Db) => Promise<T>,
  ): Promise<T> => {
    const written = await guarded(() =>
      db
        .transaction()
        .setIsolationLevel('read committed')
        .execute(async (transaction) => {
          const result = await write(transaction);
          await tell(transaction, [noticeOf(self, changed, election)]);
          return result;
        }),
    );
    changes.tell(election, changed);
    return written;
  };

  return {
    ...queriesOf(db),
    cast: (cast) => commits.add(laneOf(cast.election), cast),
    putElection: async (stored, before, entry) => {
      const { id } = stored.election;
      await telling(id, 'election', async (transaction) => {
        await putElection(transaction, stored, { now: now(), log, before }, means);
        await enterWith(transaction, entry);
      });
    },
    log: {
      ...logQueriesOf(db, sha256),
      append: (election, statement, size, entry) =>
        telling(election, changedBy(statement), async (transaction) => {
          const head = await append(transaction, election, statement, size, now(), means);
          if (head) await enterWith(transaction, entry);
          return head;
        }),
      eraseVoter: (election, ballot) =>
        guarded(() =>
          db
            .transaction()
            .setIsolationLevel('read committed')
            .execute((transaction) => eraseVoter(transaction, election, ballot, randomUUID)),
        ),
      addRefused: (election, counts) => guarded(() => addRefused(db, election, counts)),
      putCosigned: (election, cosigned) => guarded(() => putCosigned(db, election, cosigned)),
      tiers: (election) => guarded(() => tiers(db, election)),
    },
    topics: topicsOf({
      read: (task) => guarded(() => task({ db, dialect: 'postgres', now: now() })),
      write: (topic, name, args, entry) =>
        guarded(() =>
          db
            .transaction()
            .setIsolationLevel('read committed')
            .execute((transaction) =>
              writeOf(topic, name, args, entry)({ db: transaction, dialect: 'postgres', now: now() }),
            ),
        ),
    }),
    onChange: (heard) => changes.on(heard),
    close: async () => {
      await commits.close();
      await Promise.all([teller.close(), listener.close()]);
      await Promise.all([commitPool.end(), db.destroy()]);
    },
  };
}

/** Always the same for an election: its ballots would only wait for each other. */
function laneOf(election: string): string {
  let hash = 0;
  for (let i = 0; i < election.length; i++) hash = (hash * 31 + election.charCodeAt(i)) >>> 0;
  return String(hash % LANES);
}

/** A connection lost while it is used rejects what used it, one lost while idle is not used again: no news here. */
function poolOf(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config);
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

async function notify(db: Kysely<Schema>, notices: readonly string[]): Promise<void> {
  await sql`SELECT pg_notify('voix', notice) FROM unnest(${notices}::text[]) AS notice`.execute(db);
}

async function assertDurable(db: Kysely<Schema>): Promise<void> {
  for (const setting of ['fsync', 'synchronous_commit']) {
    const { rows } = await sql<{
      value: string | null;
    }>`SELECT current_setting(${setting}, true) AS value`.execute(db);
    if (rows[0]?.value === 'off') throw new Error(`its commits would not be durable (${setting} is off)`);
  }
}

/** Where a host has several addresses, Node puts the reasons into one error that itself says nothing. */
function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError) return cause.errors.map(reasonOf).join('; ');
  return cause instanceof Error ? cause.message : String(cause);
}
