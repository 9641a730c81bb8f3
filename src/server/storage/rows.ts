/** Rows as the model's values. The database holds only what was checked before it was stored. */
import type { Choice } from '../../model/choice.js';
import type { Election, Tier } from '../../model/election.js';
import type { BallotRow, ElectionRow, TallyRow, VoterRow } from './schema.js';
import type { KeyedBallot, StandingBallot } from './deciding.js';
import type { StoredBallot, StoredElection, Witness } from './storage.js';

export const electionOf = ({ json, origins, key, witnesses }: ElectionRow): StoredElection => ({
  election: JSON.parse(json) as Election,
  origins: JSON.parse(origins) as string[],
  ...(key !== null && { key }),
  ...(witnesses !== null && { witnesses: JSON.parse(witnesses) as Witness[] }),
});

export const choiceOf = (text: string): Choice => JSON.parse(text) as Choice;

export const ballotOf = (row: Omit<BallotRow, 'key' | 'salt' | 'leaf'>): StoredBallot => ({
  election: row.election,
  ballot: row.ballot,
  sequence: row.sequence,
  voter: row.voter,
  choice: choiceOf(row.choice),
  tier: row.tier as Tier,
  at: row.at,
  replaces: row.replaces ?? undefined,
});

export const keyedBallotOf = (row: Omit<BallotRow, 'salt' | 'leaf'>): KeyedBallot => ({
  ...ballotOf(row),
  key: row.key,
});

export const standingOf = ({
  election,
  voter,
  sequence,
  choice,
  state,
  erased,
}: VoterRow & Pick<BallotRow, 'choice'>): StandingBallot => ({
  election,
  voter,
  sequence,
  choice: choiceOf(choice),
  counts: state === null,
  isFixed: erased !== 0,
});

/** Candidates who had votes and have none any more are absent, like those who never had any. */
export const countsOf = (rows: readonly Pick<TallyRow, 'candidate' | 'votes'>[]): Record<string, number> =>
  Object.fromEntries(rows.filter(({ votes }) => votes > 0).map(({ candidate, votes }) => [candidate, votes]));
