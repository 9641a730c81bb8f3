/** The way of a ballot into SQLite: one transaction a batch, a handful of statements whatever its size. */
import { choiceOf, keyedBallotOf } from './rows.js';
import type { BallotRow } from './schema.js';
import { sequence, type Known, type Sequenced } from './sequencing.js';
import { openAsync, prepareInChunks, type AsyncConnection } from './sqlite-statements.js';
import type { Cast } from './storage.js';

export interface BallotBox {
  /** Resolves once the batch is on the disk. One at a time. */
  commit(casts: readonly Cast[]): Promise<Sequenced>;
  close(): Promise<void>;
}

/** Durable when it returns (`FULL`). The write-ahead log goes into the file every 16 MB, not every 4. */
const SETTINGS = `
  PRAGMA synchronous = FULL;
  PRAGMA cache_size = -65536;
  PRAGMA wal_autocheckpoint = 4000;
`;

/**
 * A connection of its own. Everything up to the commit happens in one turn; the commit, which writes and
 * waits for the disk, happens on another thread, and the event loop goes on.
 * @param busy milliseconds to wait for another process that writes
 */
export async function openBallotBox(path: string, now: () => number, busy: number): Promise<BallotBox> {
  const connection = openAsync(path, busy);
  await connection.exec(SETTINGS);
  const begin = await connection.prepare('BEGIN IMMEDIATE');
  const known = await prepareKnown(connection);
  const write = await prepareWrite(connection);
  return {
    async commit(casts) {
      begin.run([]);
      try {
        const sequenced = sequence(casts, known(casts), now());
        write(sequenced);
        await connection.exec('COMMIT');
        return sequenced;
      } catch (error) {
        if (connection.inTransaction) await connection.exec('ROLLBACK');
        throw error;
      }
    },
    async close() {
      await connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      connection.close();
    },
  };
}

/** `CROSS JOIN` keeps the order as it is written: each row asked for is one search of an index. */
async function prepareKnown(connection: AsyncConnection): Promise<(casts: readonly Cast[]) => Known> {
  const heads = await prepareInChunks(
    connection,
    'WITH asked (election) AS (VALUES',
    1,
    `) SELECT json_group_array(json_object('election', h.election, 'version', h.version, 'ballots', h.ballots))
      FROM asked CROSS JOIN heads h ON h.election = asked.election`,
  );
  const keys = await prepareInChunks(
    connection,
    'WITH asked (election, key) AS (VALUES',
    2,
    `) SELECT json_group_array(json_object('election', b.election, 'sequence', b.sequence, 'key', b.key,
        'ballot', b.ballot, 'voter', b.voter, 'choice', b.choice, 'tier', b.tier, 'at', b.at, 'replaces', b.replaces))
      FROM asked CROSS JOIN ballots b ON b.election = asked.election AND b.key = asked.key`,
  );
  const voters = await prepareInChunks(
    connection,
    'WITH asked (election, voter) AS (VALUES',
    2,
    `) SELECT json_group_array(json_object('election', v.election, 'voter', v.voter, 'sequence', v.sequence,
        'choice', b.choice))
      FROM asked CROSS JOIN voters v ON v.election = asked.election AND v.voter = asked.voter
      CROSS JOIN ballots b ON b.election = v.election AND b.sequence = v.sequence`,
  );
  return (casts) => {
    const elections = [...new Set(casts.map(({ election }) => election))];
    const byVoter = voters.ask(casts.map(({ election, voter }) => [election, voter])) as CountedRow[];
    return {
      heads: heads.ask(elections.map((election) => [election])) as Known['heads'],
      byKey: (keys.ask(casts.map(({ election, key }) => [election, key])) as BallotRow[]).map(keyedBallotOf),
      byVoter: byVoter.map((row) => ({ ...row, choice: choiceOf(row.choice) })),
    };
  };
}

type CountedRow = Pick<BallotRow, 'election' | 'voter' | 'sequence' | 'choice'>;

async function prepareWrite(connection: AsyncConnection): Promise<(sequenced: Sequenced) => void> {
  const ballots = await prepareInChunks(connection, 'INSERT INTO ballots VALUES', 9, '');
  const voters = await prepareInChunks(
    connection,
    'INSERT INTO voters VALUES',
    3,
    'ON CONFLICT (election, voter) DO UPDATE SET sequence = excluded.sequence',
  );
  const heads = await prepareInChunks(
    connection,
    'INSERT INTO heads VALUES',
    3,
    'ON CONFLICT (election) DO UPDATE SET version = excluded.version, ballots = excluded.ballots',
  );
  const tallies = await prepareInChunks(
    connection,
    'INSERT INTO tallies VALUES',
    3,
    'ON CONFLICT (election, candidate) DO UPDATE SET votes = votes + excluded.votes',
  );
  return (sequenced) => {
    ballots.run(
      sequenced.ballots.map((b) => [
        b.election,
        b.sequence,
        b.key,
        b.ballot,
        b.voter,
        JSON.stringify(b.choice),
        b.tier,
        b.at,
        b.replaces ?? null,
      ]),
    );
    voters.run(sequenced.counted.map((b) => [b.election, b.voter, b.sequence]));
    heads.run(sequenced.heads.map((head) => [head.election, head.version, head.ballots]));
    tallies.run(sequenced.votes.map((vote) => [vote.election, vote.candidate, vote.change]));
  };
}
