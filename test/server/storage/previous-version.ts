/**
 * The version before the log, as far as it touches the database: its tables and its statements, as they were.
 * Nothing here is to follow later versions.
 */
import { Kysely, Migrator, PostgresDialect, sql, type Migration } from 'kysely';
import pg from 'pg';
import type { Election } from '../../../src/model/election.js';
import type { Cast } from '../../../src/server/storage/storage.js';

const TABLES = `
  CREATE TABLE elections (id text COLLATE "C" PRIMARY KEY, json text NOT NULL, origins text NOT NULL);
  CREATE TABLE heads (election text COLLATE "C" PRIMARY KEY, version integer NOT NULL, ballots integer NOT NULL);
  CREATE TABLE ballots (
    election text COLLATE "C" NOT NULL, sequence integer NOT NULL, key text COLLATE "C" NOT NULL,
    ballot text NOT NULL, voter text NOT NULL, choice text NOT NULL, tier text NOT NULL, at text NOT NULL,
    replaces integer, CONSTRAINT ballots_sequence PRIMARY KEY (election, sequence),
    CONSTRAINT ballots_key UNIQUE (election, key));
  CREATE TABLE voters (
    election text COLLATE "C" NOT NULL, voter text COLLATE "C" NOT NULL, sequence integer NOT NULL,
    CONSTRAINT voters_voter PRIMARY KEY (election, voter));
  CREATE TABLE tallies (
    election text COLLATE "C" NOT NULL, candidate text COLLATE "C" NOT NULL, votes integer NOT NULL,
    CONSTRAINT tallies_candidate PRIMARY KEY (election, candidate));
`;

const KNOWN = `
  SELECT false AS counts, b.*
    FROM unnest($1::text[], $2::text[]) AS asked (election, key)
    CROSS JOIN LATERAL (
      SELECT * FROM ballots WHERE election = asked.election AND key = asked.key LIMIT 1) b
  UNION ALL
  SELECT true, b.*
    FROM unnest($1::text[], $3::text[]) AS asked (election, voter)
    CROSS JOIN LATERAL (
      SELECT * FROM voters WHERE election = asked.election AND voter = asked.voter LIMIT 1) v
    CROSS JOIN LATERAL (
      SELECT * FROM ballots WHERE election = v.election AND sequence = v.sequence LIMIT 1) b`;

const WRITE = `
  WITH added AS (
    INSERT INTO ballots (election, sequence, key, ballot, voter, tier, at, replaces, choice)
    SELECT * FROM unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
      $8::int[], $9::text[])
  ), marked AS (
    INSERT INTO voters (election, voter, sequence)
    SELECT * FROM unnest($10::text[], $11::text[], $12::int[])
    ON CONFLICT (election, voter) DO UPDATE SET sequence = excluded.sequence
  ), counted AS (
    INSERT INTO tallies (election, candidate, votes)
    SELECT * FROM unnest($13::text[], $14::text[], $15::int[])
    ON CONFLICT (election, candidate) DO UPDATE SET votes = tallies.votes + excluded.votes
  )
  UPDATE heads SET version = moved.version, ballots = moved.ballots
    FROM unnest($16::text[], $17::int[], $18::int[]) AS moved (election, version, ballots)
    WHERE heads.election = moved.election`;

const OWN_BALLOT = `
  SELECT ballots.election, ballots.sequence, ballot, ballots.voter, choice, tier, at, replaces
    FROM voters INNER JOIN ballots
      ON ballots.election = voters.election AND ballots.sequence = voters.sequence
    WHERE voters.election = $1 AND voters.voter = $2`;

const TALLY = `
  SELECT version, ballots, candidate, votes
    FROM heads LEFT JOIN tallies ON tallies.election = heads.election WHERE heads.election = $1`;

export interface PreviousProcess {
  /** Stores a voter's first ballot. Whether it was there already. */
  cast(cast: Cast): Promise<'stored' | 'repeated'>;
  /** What pages ask for. */
  read(election: string, voter: string): Promise<void>;
  close(): Promise<void>;
}

/** The first process of that version on an empty database, with an election. */
export async function startPreviousProcess(url: string, election: Election): Promise<PreviousProcess> {
  await makeTables(url);
  const pool = new pg.Pool({ connectionString: url, max: 4, statement_timeout: 10_000 });
  pool.on('error', () => undefined);
  await pool.query('INSERT INTO heads VALUES ($1, 0, 0)', [election.id]);
  await pool.query('INSERT INTO elections VALUES ($1, $2, $3)', [
    election.id,
    JSON.stringify(election),
    '["*"]',
  ]);
  return {
    cast: async (cast) => {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        const outcome = await castWith(client, cast);
        await client.query('COMMIT');
        client.release();
        return outcome;
      } catch (error) {
        client.release(true);
        throw error;
      }
    },
    read: async (election, voter) => {
      await pool.query(OWN_BALLOT, [election, voter]);
      await pool.query(TALLY, [election]);
    },
    close: () => pool.end(),
  };
}

async function makeTables(url: string): Promise<void> {
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 1 }) }),
  });
  const first: Migration = { up: async (db: Kysely<unknown>) => void (await sql.raw(TABLES).execute(db)) };
  const provider = { getMigrations: async () => ({ '2026-11-22-ballots': first }) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  await db.destroy();
  if (error) throw error;
}

async function castWith(client: pg.PoolClient, cast: Cast): Promise<'stored' | 'repeated'> {
  const { election, voter, key, ballot, tier, choice } = cast;
  const { rows } = await client.query<{ version: number; ballots: number }>({
    name: 'voix-lock',
    text: `SELECT election, version, ballots FROM heads
      WHERE election = ANY ($1::text[]) ORDER BY election FOR UPDATE`,
    values: [[election]],
  });
  const known = await client.query<{ counts: boolean }>({
    name: 'voix-known',
    text: KNOWN,
    values: [[election], [key], [voter]],
  });
  if (known.rows.some(({ counts }) => !counts)) return 'repeated';
  const { version = NaN, ballots = NaN } = rows[0] ?? {};
  const candidate = choice.method === 'plurality' ? choice.candidate : '';
  const row = [election, version + 1, key, ballot, voter, tier, '2026-11-15T12:00:00.000Z', null];
  const values = [...row, JSON.stringify(choice), election, voter, version + 1, election, candidate, 1];
  await client.query({
    name: 'voix-write',
    text: WRITE,
    values: [...values, election, version + 1, ballots + 1].map((value) => [value]),
  });
  return 'stored';
}
