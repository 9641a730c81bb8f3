/** What the clerk writes into a log when an election is over. Pure. */
import type { LoggedOutcome, Statement, TierCounts } from '../../log/entry.js';
import type { Election, Id } from '../../model/election.js';
import { outcomeOf, type Outcome } from '../../model/outcome.js';
import { votesOf, type Tally } from '../../model/tally.js';

export type Close = Extract<Statement, { type: 'close' }>;
export type Proclamation = Extract<Statement, { type: 'proclamation' }>;

export function closeOf(
  tiers: Readonly<Record<string, TierCounts>>,
  refused: Readonly<Record<string, number>>,
): Close {
  const voters = Object.values(tiers).reduce(
    (sum, { counted, review, invalidated }) => sum + counted + review + invalidated,
    0,
  );
  return { type: 'close', voters, tiers, refused };
}

/** @param numbers of the candidates, from 1 without a gap */
export function proclamationOf(
  election: Pick<Election, 'candidates' | 'rules'>,
  tally: Tally,
  numbers: ReadonlyMap<Id, number>,
): Proclamation {
  const counts = new Array<number>(numbers.size).fill(0);
  for (const [id, number] of numbers) counts[number - 1] = votesOf(tally, id);
  return { type: 'proclamation', outcome: numbered(outcomeOf(election, tally), numbers), counts };
}

function numbered(outcome: Outcome, numbers: ReadonlyMap<Id, number>): LoggedOutcome {
  const numberOf = (id: Id): number => numbers.get(id) ?? 0;
  if (outcome.kind === 'elected') {
    const { kind, candidate, votes, margin } = outcome;
    return { kind, candidate: numberOf(candidate), votes, margin };
  }
  if (outcome.kind !== 'tie') return outcome;
  const candidates = outcome.candidates.map(numberOf).sort((a, b) => a - b);
  return { kind: 'tie', candidates, votes: outcome.votes };
}
