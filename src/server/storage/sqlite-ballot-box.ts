/** The way of a ballot into SQLite: one transaction a batch, a handful of statements whatever its size. */
import type Database from 'libsql';
import type { Head, Known } from './deciding.js';
import { KnownLogs } from './known-logs.js';
import { keyedBallotOf, standingOf } from './rows.js';
import type { BallotRow, CandidateRow, HeadRow, VoterRow } from './schema.js';
import { sequence, type Means, type Sequenced } from './sequencing.js';
import { prepareInChunks } from './sqlite-statements.js';
import { prepareWrite } from './sqlite-writes.js';
import type { Cast } from './storage.js';

/** Commits a batch: it is on the disk when this returns. */
export type CommitCasts = (casts: readonly Cast[], now: number) => Sequenced;

export function prepareBallotBox(connection: Database.Database, means: Means): CommitCasts {
  const logs = new KnownLogs();
  const begin = connection.prepare('BEGIN IMMEDIATE');
  const commit = connection.prepare('COMMIT');
  const known = prepareKnown(connection, logs);
  const write = prepareWrite(connection, logs);
  return (casts, now) => {
    begin.run([]);
    try {
      const sequenced = sequence(casts, known(casts), now, means);
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
function prepareKnown(connection: Database.Database, logs: KnownLogs): (casts: readonly Cast[]) => Known {
  const headsOf = prepareHeads(connection, logs);
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
        'state', v.state, 'erased', v.erased, 'choice', b.choice))
      FROM asked CROSS JOIN voters v ON v.election = asked.election AND v.voter = asked.voter
      CROSS JOIN ballots b ON b.election = v.election AND b.sequence = v.sequence`,
  );
  return (casts) => {
    const byKey = keys.ask(casts.map(({ election, key }) => [election, key])) as BallotRow[];
    const byVoter = voters.ask(casts.map(({ election, voter }) => [election, voter])) as StandingRow[];
    return {
      heads: headsOf([...new Set(casts.map(({ election }) => election))]),
      byKey: byKey.map(keyedBallotOf),
      byVoter: byVoter.map(standingOf),
    };
  };
}

type StandingRow = VoterRow & Pick<BallotRow, 'choice'>;

function prepareHeads(connection: Database.Database, logs: KnownLogs): (elections: string[]) => Head[] {
  const heads = prepareInChunks(
    connection,
    'WITH asked (election) AS (VALUES',
    1,
    `) SELECT json_group_array(json_object('election', h.election, 'version', h.version, 'ballots', h.ballots,
        'peaks', h.peaks, 'rules', h.rules, 'closed', h.closed))
      FROM asked CROSS JOIN heads h ON h.election = asked.election`,
  );
  const candidates = connection.prepare('SELECT candidate, number FROM candidates WHERE election = ?').raw();
  return (elections) => {
    const rows = heads.ask(elections.map((election) => [election])) as HeadRow[];
    for (const { election, rules } of logs.unknown(rows))
      logs.learn(election, rules, new Map(candidates.all([election]) as NumberRow[]));
    return rows.map((row) => logs.headOf(row));
  };
}

type NumberRow = [CandidateRow['candidate'], CandidateRow['number']];
