/** The way of a ballot into Postgres: one transaction a batch, holding the heads of its elections. */
import type { Pool, PoolClient } from 'pg';
import { ballotOf, keyedBallotOf } from './rows.js';
import type { BallotRow, HeadRow } from './schema.js';
import { sequence, type Known, type Sequenced } from './sequencing.js';
import type { Cast } from './storage.js';

/**
 * Sequences casts and stores them. Whoever holds an election's head is alone with it: what is read after
 * that, in a statement of its own, is all that was ever committed. (In the lock's own statement it would
 * not be: that one reads what there was before it waited.)
 *
 * After a failure the connection is closed, not used again: whatever it left open ends with it.
 */
export async function commitCasts(pool: Pool, casts: readonly Cast[], now: () => number): Promise<Sequenced> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const heads = await lockHeads(client, casts);
    const sequenced = sequence(casts, { heads, ...(await knownOf(client, casts)) }, now());
    if (sequenced.ballots.length > 0) await write(client, sequenced);
    await client.query('COMMIT');
    client.release();
    return sequenced;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** All transactions lock in the same order: none waits for one that waits for it. */
async function lockHeads(client: PoolClient, casts: readonly Cast[]): Promise<HeadRow[]> {
  const { rows } = await client.query<HeadRow>({
    name: 'voix-lock',
    text: `SELECT election, version, ballots FROM heads
      WHERE election = ANY ($1::text[]) ORDER BY election FOR UPDATE`,
    values: [[...new Set(casts.map(({ election }) => election))]],
  });
  return rows;
}

/** `LATERAL … LIMIT 1` searches the index for each; `= ANY` may read a table whole that was never analysed. */
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

async function knownOf(client: PoolClient, casts: readonly Cast[]): Promise<Omit<Known, 'heads'>> {
  const { rows } = await client.query<BallotRow & { counts: boolean }>({
    name: 'voix-known',
    text: KNOWN,
    values: columns(casts, ['election', 'key', 'voter']),
  });
  return {
    byKey: rows.filter(({ counts }) => !counts).map(keyedBallotOf),
    byVoter: rows.filter(({ counts }) => counts).map(ballotOf),
  };
}

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

async function write(client: PoolClient, { ballots, counted, heads, votes }: Sequenced): Promise<void> {
  await client.query({
    name: 'voix-write',
    text: WRITE,
    values: [
      ...columns(ballots, ['election', 'sequence', 'key', 'ballot', 'voter', 'tier', 'at', 'replaces']),
      ballots.map(({ choice }) => JSON.stringify(choice)),
      ...columns(counted, ['election', 'voter', 'sequence']),
      ...columns(votes, ['election', 'candidate', 'change']),
      ...columns(heads, ['election', 'version', 'ballots']),
    ],
  });
}

/** One array a column, as `unnest` takes them. */
const columns = <Row>(rows: readonly Row[], names: readonly (keyof Row)[]): Row[keyof Row][][] =>
  names.map((name) => rows.map((row) => row[name]));
