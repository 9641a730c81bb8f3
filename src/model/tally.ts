import type { Id } from './election.js';

/** Counts at a version. The version is the sequence number of the last ballot counted. */
export interface Tally {
  readonly version: number;
  /** Ballots that count: one per voter, a replaced ballot no longer among them. The denominator. */
  readonly ballots: number;
  /** Votes per candidate; a candidate who is absent has none. */
  readonly counts: Readonly<Record<Id, number>>;
}

/** One candidate's votes. Only the tally's own counts are asked: `constructor` is an id like any other. */
export function votesOf(tally: Tally, candidate: Id): number {
  return Object.hasOwn(tally.counts, candidate) ? (tally.counts[candidate] ?? 0) : 0;
}

export interface Standing {
  readonly candidate: Id;
  readonly votes: number;
  /** From 1; equals share a rank, and the next rank is passed over (1, 1, 3). */
  readonly rank: number;
  /** Tenths of a percent of all ballots, 0 to 1000. Under plurality they add up to 1000 exactly. */
  readonly permille: number;
}

/**
 * Candidates by votes, most first; equals in the order given. Shares are rounded by the largest
 * remainder (Hamilton's method), so that what the page shows adds up to 100.0 % of the marks that
 * the ballots hold; under approval a ballot holds several, and each share is of the ballots.
 */
export function standings(candidates: readonly Id[], tally: Tally): Standing[] {
  const votes = candidates.map((candidate) => votesOf(tally, candidate));
  const shares = roundedShares(votes, tally.ballots);
  const rows = candidates.map((candidate, i) => ({
    candidate,
    votes: votes[i] ?? 0,
    permille: shares[i] ?? 0,
    rank: 0,
  }));
  rows.sort((a, b) => b.votes - a.votes);
  rows.forEach((row, i) => {
    const before = rows[i - 1];
    row.rank = before && before.votes === row.votes ? before.rank : i + 1;
  });
  return rows;
}

/** Tenths of a percent of `total`, rounded so that their sum is the rounded sum of the exact ones. */
export function roundedShares(votes: readonly number[], total: number): number[] {
  if (total <= 0) return votes.map(() => 0);
  const exact = votes.map((count) => (count * 1000) / total);
  const shares = exact.map(Math.floor);
  const wanted = Math.round((votes.reduce((sum, count) => sum + count, 0) * 1000) / total);
  const missing = wanted - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = exact
    .map((share, i) => ({ i, rest: share - Math.floor(share) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of byRemainder.slice(0, missing)) shares[i] = (shares[i] ?? 0) + 1;
  return shares;
}
