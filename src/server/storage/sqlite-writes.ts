import type Database from 'libsql';
import type { KnownLogs } from './known-logs.js';
import type { NodeRow } from './schema.js';
import type { Sequenced } from './sequencing.js';
import { prepareInChunks } from './sqlite-statements.js';

/** Writes a batch that was sequenced. */
export function prepareWrite(connection: Database.Database, logs: KnownLogs): (sequenced: Sequenced) => void {
  const into = (table: string, columns: readonly string[], onConflict = '') =>
    prepareInChunks(
      connection,
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES`,
      columns.length,
      onConflict,
    );
  const ballots = into('ballots', [
    'election',
    'sequence',
    'key',
    'ballot',
    'voter',
    'choice',
    'tier',
    'at',
    'replaces',
    'salt',
    'leaf',
  ]);
  const voters = into(
    'voters',
    ['election', 'voter', 'sequence'],
    'ON CONFLICT (election, voter) DO UPDATE SET sequence = excluded.sequence, state = NULL',
  );
  const heads = into(
    'heads',
    ['election', 'version', 'ballots', 'peaks'],
    `ON CONFLICT (election) DO UPDATE
      SET version = excluded.version, ballots = excluded.ballots, peaks = excluded.peaks`,
  );
  const tallies = into(
    'tallies',
    ['election', 'candidate', 'votes'],
    'ON CONFLICT (election, candidate) DO UPDATE SET votes = votes + excluded.votes',
  );
  const nodes = into('nodes', NODE);
  const halves = into('halves', NODE);

  return ({ ballots: placed, standing, heads: moved, votes, logs: grown }) => {
    const peaks = new Map(grown.map((log) => [log.election, logs.textOf(log.election, log.peaks)]));
    ballots.run(
      placed.map((b) => [
        b.election,
        b.sequence,
        b.key,
        b.ballot,
        b.voter,
        JSON.stringify(b.choice),
        b.tier,
        b.at,
        b.replaces ?? null,
        b.entered?.salt ?? null,
        b.entered?.leaf ?? null,
      ]),
    );
    voters.run(standing.map((b) => [b.election, b.voter, b.sequence]));
    heads.run(
      moved.map((head) => [head.election, head.version, head.ballots, peaks.get(head.election) ?? null]),
    );
    tallies.run(votes.map((vote) => [vote.election, vote.candidate, vote.change]));
    nodes.run(grown.flatMap((log) => log.nodes).map(valuesOf));
    halves.run(grown.flatMap((log) => log.halves).map(valuesOf));
  };
}

const NODE = ['election', 'level', 'number', 'hash'] as const;

const valuesOf = ({ election, level, number, hash }: NodeRow) => [election, level, number, hash];
