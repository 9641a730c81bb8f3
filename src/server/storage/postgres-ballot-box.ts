/** The way of a ballot into Postgres: one transaction a batch, holding the heads of its elections. */
import type { Pool, PoolClient } from 'pg';
import type { Head, Known } from './deciding.js';
import type { KnownLogs } from './known-logs.js';
import { keyedBallotOf, standingOf } from './rows.js';
import type { BallotRow, CandidateRow, HeadRow, VoterRow } from './schema.js';
import { sequence, type Means, type Sequenced } from './sequencing.js';
import type { Cast } from './storage.js';

export interface BallotBoxOptions {
  readonly now: () => number;
  readonly means: Means;
  /** This process's own. */
  readonly logs: KnownLogs;
}

/**
 * Sequences casts and stores them. Whoever holds an election's head is alone with it: what is read after
 * that, in a statement of its own, is all that was ever committed. (In the lock's own statement it would
 * not be: that one reads what there was before it waited. Nor where a transaction reads all as of its beginning,
 * whatever the database does by default.)
 *
 * After a failure the connection is closed, not used again: whatever it left open ends with it.
 */
export async function commitCasts(
  pool: Pool,
  casts: readonly Cast[],
  { now, means, logs }: BallotBoxOptions,
): Promise<Sequenced> {
  const client = await pool.connect();
  try {
    const [, locked, known] = await atOnce(client, () => [
      client.query('BEGIN ISOLATION LEVEL READ COMMITTED'),
      lockHeads(client, casts),
      knownOf(client, casts),
    ]);
    const heads = await headsOf(client, locked, logs);
    const sequenced = sequence(casts, { heads, ...known }, now(), means);
    // Where the write fails, the database makes of the commit that follows it the end of the transaction.
    await atOnce(client, () => [
      sequenced.ballots.length > 0 && write(client, sequenced, logs),
      client.query('COMMIT'),
    ]);
    client.release();
    return sequenced;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/**
 * Sends statements in one piece, and waits for all of them: two ways to the database and back for a batch instead of
 * five. The database runs them one after the other, each as if it had come alone.
 * @param client of a pool with `pipeline`, which sends a statement before the one before it was answered
 */
function atOnce<T extends readonly unknown[]>(client: PoolClient, ask: () => readonly [...T]) {
  const { stream } = client.connection;
  stream.cork();
  try {
    return Promise.all(ask());
  } finally {
    stream.uncork();
  }
}

/** All transactions lock in the same order: none waits for one that waits for it. */
async function lockHeads(client: PoolClient, casts: readonly Cast[]): Promise<HeadRow[]> {
  const { rows } = await client.query<HeadRow>({
    name: 'voix-lock',
    text: `SELECT election, version, ballots, peaks, rules, closed FROM heads
      WHERE election = ANY ($1::text[]) ORDER BY election FOR UPDATE`,
    values: [[...new Set(casts.map(({ election }) => election))]],
  });
  return rows;
}

async function headsOf(client: PoolClient, rows: readonly HeadRow[], logs: KnownLogs): Promise<Head[]> {
  const unknown = logs.unknown(rows);
  if (unknown.length > 0) {
    const { rows: candidates } = await client.query<CandidateRow>({
      name: 'voix-numbers',
      text: 'SELECT election, candidate, number FROM candidates WHERE election = ANY ($1::text[])',
      values: [unknown.map(({ election }) => election)],
    });
    for (const { election, rules } of unknown) {
      const own = candidates.filter((row) => row.election === election);
      logs.learn(election, rules, new Map(own.map(({ candidate, number }) => [candidate, number])));
    }
  }
  return rows.map((row) => logs.headOf(row));
}

/** `LATERAL … LIMIT 1` searches the index for each; `= ANY` may read a table whole that was never analysed. */
const KNOWN = `
  SELECT NULL::int AS erased, NULL AS state, b.election, b.sequence, b.key, b.ballot, b.voter, b.choice, b.tier,
      b.at, b.replaces
    FROM unnest($1::text[], $2::text[]) AS asked (election, key)
    CROSS JOIN LATERAL (
      SELECT * FROM ballots WHERE election = asked.election AND key = asked.key LIMIT 1) b
  UNION ALL
  SELECT v.erased, v.state, b.election, b.sequence, b.key, b.ballot, b.voter, b.choice, b.tier, b.at, b.replaces
    FROM unnest($1::text[], $3::text[]) AS asked (election, voter)
    CROSS JOIN LATERAL (
      SELECT * FROM voters WHERE election = asked.election AND voter = asked.voter LIMIT 1) v
    CROSS JOIN LATERAL (
      SELECT * FROM ballots WHERE election = v.election AND sequence = v.sequence LIMIT 1) b`;

/** `erased` is `null` where the ballot was found by its key. */
type KnownRow = Omit<BallotRow, 'salt' | 'leaf'> & { state: VoterRow['state']; erased: number | null };

async function knownOf(client: PoolClient, casts: readonly Cast[]): Promise<Omit<Known, 'heads'>> {
  const { rows } = await client.query<KnownRow>({
    name: 'voix-known',
    text: KNOWN,
    values: columns(casts, ['election', 'key', 'voter']),
  });
  return {
    byKey: rows
      .filter(({ erased }) => erased === null)
      .map(({ erased: _, state: __, ...row }) => keyedBallotOf(row)),
    byVoter: rows.flatMap(({ erased, ...row }) => (erased === null ? [] : [standingOf({ ...row, erased })])),
  };
}

const WRITE = `
  WITH added AS (
    INSERT INTO ballots (election, sequence, key, ballot, voter, tier, at, replaces, choice, salt, leaf)
    SELECT * FROM unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
      $8::int[], $9::text[], $10::text[], $11::text[])
  ), marked AS (
    INSERT INTO voters (election, voter, sequence)
    SELECT * FROM unnest($12::text[], $13::text[], $14::int[])
    ON CONFLICT (election, voter) DO UPDATE SET sequence = excluded.sequence, state = NULL
  ), counted AS (
    INSERT INTO tallies (election, candidate, votes)
    SELECT * FROM unnest($15::text[], $16::text[], $17::int[])
    ON CONFLICT (election, candidate) DO UPDATE SET votes = tallies.votes + excluded.votes
  ), filled AS (
    INSERT INTO nodes (election, level, number, hash)
    SELECT * FROM unnest($18::text[], $19::int[], $20::int[], $21::text[])
  ), half AS (
    INSERT INTO halves (election, level, number, hash)
    SELECT * FROM unnest($22::text[], $23::int[], $24::int[], $25::text[])
  )
  UPDATE heads SET version = moved.version, ballots = moved.ballots, peaks = moved.peaks
    FROM unnest($26::text[], $27::int[], $28::int[], $29::text[]) AS moved (election, version, ballots, peaks)
    WHERE heads.election = moved.election`;

async function write(client: PoolClient, sequenced: Sequenced, logs: KnownLogs): Promise<void> {
  const { ballots, standing, heads, votes, logs: grown } = sequenced;
  const peaks = new Map(grown.map((log) => [log.election, logs.textOf(log.election, log.peaks)]));
  await client.query({
    name: 'voix-write',
    text: WRITE,
    values: [
      ...columns(ballots, ['election', 'sequence', 'key', 'ballot', 'voter', 'tier', 'at', 'replaces']),
      ballots.map(({ choice }) => JSON.stringify(choice)),
      ballots.map(({ entered }) => entered?.salt ?? null),
      ballots.map(({ entered }) => entered?.leaf ?? null),
      ...columns(standing, ['election', 'voter', 'sequence']),
      ...columns(votes, ['election', 'candidate', 'change']),
      ...columns(
        grown.flatMap((log) => log.nodes),
        NODE,
      ),
      ...columns(
        grown.flatMap((log) => log.halves),
        NODE,
      ),
      ...columns(heads, ['election', 'version', 'ballots']),
      heads.map(({ election }) => peaks.get(election) ?? null),
    ],
  });
}

const NODE = ['election', 'level', 'number', 'hash'] as const;

/** One array a column, as `unnest` takes them. */
const columns = <Row>(rows: readonly Row[], names: readonly (keyof Row)[]): Row[keyof Row][][] =>
  names.map((name) => rows.map((row) => row[name]));
