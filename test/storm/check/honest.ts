/** Made-up evidence of a backend that did all right; tests take it and spoil one thing. */
import type { Claim, Event } from '../history.js';
import type { Evidence, Published, PublishedBallot } from './evidence.js';

export const ELECTION = 'made-up';

export interface Made {
  readonly events: Event[];
  readonly ballots: PublishedBallot[];
  revote: boolean;
  replayed: Set<string>;
}

export const nothing = (): Made => ({ events: [], ballots: [], revote: true, replayed: new Set() });

interface Cast {
  readonly voter: string;
  readonly key: string;
  readonly candidate: string;
}

/** Begins a try; the number is the attempt's. */
export function invoke(made: Made, { voter, key, candidate }: Cast): number {
  const attempt = made.events.length;
  const choice = `plurality:${candidate}`;
  made.events.push({ type: 'invoke', attempt, at: attempt, election: ELECTION, voter, key, choice });
  return attempt;
}

/** The backend stores it. */
export function store(made: Made, { voter, candidate }: Cast): PublishedBallot {
  const sequence = made.ballots.length + 1;
  const stored = { ballot: `ballot-${sequence}`, sequence, voter, choice: `plurality:${candidate}` };
  made.ballots.push(stored);
  return stored;
}

export function acknowledge(
  made: Made,
  attempt: number,
  { ballot, sequence, choice, voter }: PublishedBallot,
) {
  const changed = made.ballots.some((other) => other.voter === voter && other.sequence < sequence);
  const claim: Claim = { ballot, sequence, choice, changed, receipt: undefined };
  made.events.push({ type: 'ok', attempt, at: made.events.length, claim });
}

export const fail = (made: Made, attempt: number, code: string) =>
  made.events.push({ type: 'fail', attempt, at: made.events.length, code });

export const lose = (made: Made, attempt: number) =>
  made.events.push({ type: 'unknown', attempt, at: made.events.length, why: 'the answer was lost' });

/** A try, stored and acknowledged. */
export function vote(made: Made, cast: Cast): PublishedBallot {
  const attempt = invoke(made, cast);
  const stored = store(made, cast);
  acknowledge(made, attempt, stored);
  return stored;
}

/** The count up to a version, as anyone sees it. */
export function seen(made: Made, version = made.ballots.length) {
  const standing = new Map(made.ballots.slice(0, version).map(({ voter, choice }) => [voter, choice]));
  const counts: Record<string, number> = {};
  for (const choice of standing.values()) {
    const candidate = choice.split(':')[1] ?? '';
    counts[candidate] = (counts[candidate] ?? 0) + 1;
  }
  return { version, ballots: standing.size, counts };
}

export function evidenceOf(made: Made, changes: Partial<Published> = {}): Evidence {
  const published: Published = {
    election: ELECTION,
    revote: made.revote,
    ballots: made.ballots,
    decisions: [],
    candidates: ['amina', 'bruno', 'chloe'],
    last: made.ballots.length,
    own: [...new Map(made.ballots.map(({ voter, ballot }) => [voter, { voter, ballot }])).values()],
    closedAt: Infinity,
    results: [{ by: 'the backend', seen: seen(made) }],
    ...changes,
  };
  return { elections: [published], histories: [made.events], replayed: made.replayed, calmAt: Infinity };
}
