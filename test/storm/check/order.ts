/** What was acknowledged before something else began stands before it: for ballots, and for what one reads. */
import type { Attempt, Event } from '../history.js';
import { groupedBy } from './claims.js';
import type { Published, Violation } from './evidence.js';

interface Moment {
  readonly at: number;
  readonly sequence: number;
}

/** The largest of what was acknowledged until an instant. */
class Floor {
  readonly #moments: Moment[] = [];

  constructor(acknowledged: readonly Moment[]) {
    let most = 0;
    for (const { at, sequence } of [...acknowledged].sort((a, b) => a.at - b.at)) {
      most = Math.max(most, sequence);
      this.#moments.push({ at, sequence: most });
    }
  }

  before(instant: number): number {
    let low = 0;
    let high = this.#moments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#moments[middle]?.at ?? Infinity) < instant) low = middle + 1;
      else high = middle;
    }
    return this.#moments[low - 1]?.sequence ?? 0;
  }
}

export function checkOrder(
  { election, ballots }: Published,
  attempts: readonly Attempt[],
  events: readonly Event[],
): Violation[] {
  const found: Violation[] = [];
  const find = (rule: Violation['rule'], what: string) => found.push({ rule, election, what });
  const acknowledged = attempts.flatMap(({ outcome, ended }) =>
    outcome.kind === 'ok' ? [{ at: ended, sequence: outcome.claim.sequence }] : [],
  );
  const floor = new Floor(acknowledged);
  for (const tries of groupedBy(attempts, ({ key }) => key).values()) {
    const told = tries.find(({ outcome }) => outcome.kind === 'ok');
    if (told?.outcome.kind !== 'ok') continue;
    const { sequence } = told.outcome.claim;
    const before = floor.before(Math.min(...tries.map(({ invoked }) => invoked)));
    if (sequence <= before)
      find('disorder', `ballot ${sequence}, asked for once ${before} was acknowledged,`);
  }
  for (const event of events)
    if (
      event.type === 'read' &&
      event.election === election &&
      event.seen.version < floor.before(event.asked)
    )
      find('stale', `the results of version ${event.seen.version}`);

  const earlier = new Set<string>();
  const changed = new Map<string, boolean>();
  for (const { ballot, voter } of ballots) {
    changed.set(ballot, earlier.has(voter));
    earlier.add(voter);
  }
  for (const { outcome } of attempts) {
    if (outcome.kind !== 'ok') continue;
    const { claim } = outcome;
    if (changed.has(claim.ballot) && changed.get(claim.ballot) !== claim.changed)
      find('altered', `ballot ${claim.sequence}, said to ${claim.changed ? '' : 'not '}replace another,`);
  }
  return found;
}
