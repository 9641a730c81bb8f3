/** How an election ends: written from the format, not from the server's rule. */
import type { Outcome } from './entry.js';

/**
 * @param votes by number, of those who can be elected
 * @param ballots that count
 */
export function outcomeOf(votes: ReadonlyMap<number, number>, ballots: number, quorum: number): Outcome {
  if (ballots < quorum) return { kind: 'no-quorum', ballots, quorum };
  const most = [...votes.values()].reduce((a, b) => Math.max(a, b), 0);
  if (most === 0) return { kind: 'no-ballots' };
  const leaders = [...votes].filter(([, count]) => count === most).map(([number]) => number);
  const [candidate = 0] = leaders;
  if (leaders.length > 1) return { kind: 'tie', candidates: leaders.sort((a, b) => a - b), votes: most };
  const second = [...votes].reduce(
    (a, [number, count]) => (number === candidate ? a : Math.max(a, count)),
    0,
  );
  return { kind: 'elected', candidate, votes: most, margin: most - second };
}

/** Two outcomes are the same whatever the order in which a tie names its candidates. */
export const sameOutcome = (a: Outcome, b: Outcome): boolean => describe(a) === describe(b);

const describe = (outcome: Outcome): string =>
  JSON.stringify(
    outcome.kind === 'tie'
      ? { ...outcome, candidates: [...outcome.candidates].sort((a, b) => a - b) }
      : outcome,
  );
