/** Rows as the model's values. The database holds only what was checked before it was stored. */
import type { Choice } from '../../model/choice.js';
import type { Election, Tier } from '../../model/election.js';
import type { BallotRow, ElectionRow, TallyRow } from './schema.js';
import type { KeyedBallot } from './sequencing.js';
import type { StoredBallot, StoredElection } from './storage.js';

export const electionOf = ({ json, origins }: ElectionRow): StoredElection => ({
  election: JSON.parse(json) as Election,
  origins: JSON.parse(origins) as string[],
});

export const choiceOf = (text: string): Choice => JSON.parse(text) as Choice;

export const ballotOf = (row: Omit<BallotRow, 'key'>): StoredBallot => ({
  election: row.election,
  ballot: row.ballot,
  sequence: row.sequence,
  voter: row.voter,
  choice: choiceOf(row.choice),
  tier: row.tier as Tier,
  at: row.at,
  replaces: row.replaces ?? undefined,
});

export const keyedBallotOf = (row: BallotRow): KeyedBallot => ({ ...ballotOf(row), key: row.key });

/** Candidates who had votes and have none any more are absent, like those who never had any. */
export const countsOf = (rows: readonly Pick<TallyRow, 'candidate' | 'votes'>[]): Record<string, number> =>
  Object.fromEntries(rows.filter(({ votes }) => votes > 0).map(({ candidate, votes }) => [candidate, votes]));
