/** The way of a ballot into SQLite: one transaction a batch, a handful of statements whatever its size. */
import type Database from 'libsql';
import { choiceOf, keyedBallotOf } from './rows.js';
import type { BallotRow } from './schema.js';
import { sequence, type Known, type Sequenced } from './sequencing.js';
import { prepareInChunks } from './sqlite-statements.js';
import type { Cast } from './storage.js';

/** Commits a batch: it is on the disk when this returns. */
export type CommitCasts = (casts: readonly Cast[], now: number) => Sequenced;

export function prepareBallotBox(connection: Database.Database): CommitCasts {
  const begin = connection.prepare('BEGIN IMMEDIATE');
  const commit = connection.prepare('COMMIT');
  const known = prepareKnown(connection);
  const write = prepareWrite(connection);
  return (casts, now) => {
    begin.run([]);
    try {
      const sequenced = sequence(casts, known(casts), now);
      write(sequenced);
      commit.run([]);
      return sequenced;
    } catch (error) {
      if (connection.inTransaction) connection.exec('ROLLBACK');
      throw error;
    }
  };
}

/** `CROSS JOIN` keeps the order as it is written: each row asked for is one search of an index. */
function prepareKnown(connection: Database.Database): (casts: readonly Cast[]) => Known {
  const heads = prepareInChunks(
    connection,
    'WITH asked (election) AS (VALUES',
    1,
    `) SELECT json_group_array(json_object('election', h.election, 'version', h.version, 'ballots', h.ballots))
      FROM asked CROSS JOIN heads h ON h.election = asked.election`,
  );
  const keys = prepareInChunks(
    connection,
    'WITH asked (election, key) AS (VALUES',
    2,
    `) SELECT json_group_array(json_object('election', b.election, 'sequence', b.sequence, 'key', b.key,
        'ballot', b.ballot, 'voter', b.voter, 'choice', b.choice, 'tier', b.tier, 'at', b.at, 'replaces', b.replaces))
      FROM asked CROSS JOIN ballots b ON b.election = asked.election AND b.key = asked.key`,
  );
  const voters = prepareInChunks(
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

function prepareWrite(connection: Database.Database): (sequenced: Sequenced) => void {
  const ballots = prepareInChunks(connection, 'INSERT INTO ballots VALUES', 9, '');
  const voters = prepareInChunks(
    connection,
    'INSERT INTO voters VALUES',
    3,
    'ON CONFLICT (election, voter) DO UPDATE SET sequence = excluded.sequence',
  );
  const heads = prepareInChunks(
    connection,
    'INSERT INTO heads VALUES',
    3,
    'ON CONFLICT (election) DO UPDATE SET version = excluded.version, ballots = excluded.ballots',
  );
  const tallies = prepareInChunks(
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
