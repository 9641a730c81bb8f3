/** The count, by whoever saw it and whenever, is the recount of what was published up to then. */
import { isDeepStrictEqual } from 'node:util';
import type { Event, Seen } from '../history.js';
import type { Published, Violation } from './evidence.js';

interface Observation {
  readonly by: string;
  readonly seen: Seen;
}

export function checkCount(published: Published, events: readonly Event[]): Violation[] {
  const { election, last, results } = published;
  const found: Violation[] = [];
  const find = (rule: Violation['rule'], what: string) => found.push({ rule, election, what });
  const observed: Observation[] = [...results];
  const lines = new Map<number, number>();
  for (const event of events) {
    if ((event.type !== 'read' && event.type !== 'frame') || event.election !== election) continue;
    const { version } = event.seen;
    observed.push({ by: event.type === 'read' ? 'a reader' : 'a watcher', seen: event.seen });
    if (event.type === 'read') continue;
    const before = lines.get(event.line);
    if (before !== undefined && version < before) find('backwards', `version ${version}, after ${before},`);
    lines.set(event.line, version);
  }
  for (const { by, seen } of results)
    if (seen.version !== last) find('stale', `the final version ${seen.version} (${by}), not ${last},`);

  const standing = new Map(published.ballots.map(({ voter, ballot }) => [voter, ballot]));
  for (const { voter, ballot } of published.own)
    if (ballot !== standing.get(voter)) find('stale', `the ballot ${ballot}, shown to ${voter} as the last,`);

  const counting = new Recount(published);
  for (const { by, seen } of observed.sort((a, b) => a.seen.version - b.seen.version)) {
    const right = counting.at(seen.version);
    if (seen.version > last || !isDeepStrictEqual(right, withoutZeros(seen)))
      find('miscounted', `version ${seen.version} as ${by} saw it`);
  }
  return found;
}

/** Counts on from version to version: the last ballot of each voter, unless it was decided otherwise. */
class Recount {
  readonly #steps: readonly { readonly index: number; take(): void }[];
  readonly #standing = new Map<string, { readonly ballot: string; readonly choice: string }>();
  readonly #out = new Set<string>();
  #next = 0;

  constructor({ ballots, decisions }: Published) {
    const casts = ballots.map(({ sequence, voter, ballot, choice }) => ({
      index: sequence,
      take: () => void this.#standing.set(voter, { ballot, choice }),
    }));
    const decided = decisions.map(({ index, ballot, counts }) => ({
      index,
      take: () => void (counts ? this.#out.delete(ballot) : this.#out.add(ballot)),
    }));
    this.#steps = [...casts, ...decided].sort((a, b) => a.index - b.index);
  }

  /** Asked for ever later versions. */
  at(version: number): Seen {
    for (let step = this.#steps[this.#next]; step && step.index <= version; step = this.#steps[this.#next]) {
      step.take();
      this.#next++;
    }
    const counted = [...this.#standing.values()].filter(({ ballot }) => !this.#out.has(ballot));
    const counts: Record<string, number> = {};
    for (const { choice } of counted)
      for (const mark of choice.slice(choice.indexOf(':') + 1).split(','))
        counts[mark] = (counts[mark] ?? 0) + 1;
    return { version, ballots: counted.length, counts };
  }
}

const withoutZeros = ({ version, ballots, counts }: Seen): Seen => ({
  version,
  ballots,
  counts: Object.fromEntries(Object.entries(counts).filter(([, votes]) => votes !== 0)),
});
