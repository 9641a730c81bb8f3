import type { Election, Id } from './election.js';
import { standings, type Tally } from './tally.js';

/** How an election ended. A tie is a state of its own: nobody is elected by the order of a list. */
export type Outcome =
  | { readonly kind: 'elected'; readonly candidate: Id; readonly votes: number; readonly margin: number }
  | { readonly kind: 'tie'; readonly candidates: readonly Id[]; readonly votes: number }
  | { readonly kind: 'no-quorum'; readonly ballots: number; readonly quorum: number }
  | { readonly kind: 'no-ballots' };

/** The outcome of a final tally under the election's rules. `margin`: votes ahead of the second. */
export function outcomeOf(election: Pick<Election, 'candidates' | 'rules'>, tally: Tally): Outcome {
  const { quorum } = election.rules;
  if (tally.ballots < quorum) return { kind: 'no-quorum', ballots: tally.ballots, quorum };
  const rows = standings(
    election.candidates.map((candidate) => candidate.id),
    tally,
  );
  const first = rows[0];
  if (!first || first.votes === 0) return { kind: 'no-ballots' };
  const leaders = rows.filter((row) => row.rank === 1);
  if (leaders.length > 1)
    return { kind: 'tie', candidates: leaders.map((row) => row.candidate), votes: first.votes };
  const margin = first.votes - (rows[1]?.votes ?? 0);
  return { kind: 'elected', candidate: first.candidate, votes: first.votes, margin };
}
