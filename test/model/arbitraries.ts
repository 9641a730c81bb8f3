/** What the model's property tests draw from. */
import fc from 'fast-check';
import { PHASES, type Calendar, type Id } from '../../src/model/election.js';
import type { Tally } from '../../src/model/tally.js';

/** Names that every object has, and names that look alike, are ids like any others. */
const id: fc.Arbitrary<Id> = fc.oneof(
  fc.constantFrom('constructor', 'a', 'a-', 'aa', '0', '1', '10'),
  fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,10}$/),
);

const ids = fc.uniqueArray(id, { minLength: 1, maxLength: 12 });

/** Ballots of one mark each, or of several; and their tally. */
export function tallyOf(candidates: readonly Id[], ballots: readonly (readonly Id[])[]): Tally {
  const counts = new Map<Id, number>();
  for (const ballot of ballots) for (const mark of ballot) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  const shown = candidates.filter((candidate) => counts.has(candidate));
  return {
    version: ballots.length,
    ballots: ballots.length,
    counts: Object.fromEntries(shown.map((candidate) => [candidate, counts.get(candidate) ?? 0])),
  };
}

/** Candidates, and votes for each under plurality: often few, so that ties are common. */
export const plurality = ids.chain((candidates) =>
  fc
    .array(fc.oneof(fc.nat(3), fc.nat(100_000)), {
      minLength: candidates.length,
      maxLength: candidates.length,
    })
    .map((votes) => ({
      candidates,
      votes,
      tally: {
        version: votes.reduce((sum, n) => sum + n, 0),
        ballots: votes.reduce((sum, n) => sum + n, 0),
        counts: Object.fromEntries(candidates.flatMap((one, i) => (votes[i] ? [[one, votes[i]]] : []))),
      } satisfies Tally,
    })),
);

/** Candidates, and approval ballots with some marks each. */
export const approval = ids.chain((candidates) =>
  fc
    .array(fc.subarray(candidates, { minLength: 1 }), { maxLength: 60 })
    .map((ballots) => ({ candidates, tally: tallyOf(candidates, ballots) })),
);

const START = Date.parse('2026-01-01T00:00:00Z');
const OFFSETS = ['+00:00', '+01:00', '-05:00', '+05:30'];

/** An instant as some file may write it: with an offset of its own. */
function instant(at: number, offset: string): string {
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  const shift = (hours * 60 + minutes) * 60_000 * (offset[0] === '-' ? -1 : 1);
  return new Date(at + shift).toISOString().replace('Z', offset);
}

export interface DrawnCalendar {
  readonly calendar: Calendar;
  /** When each phase of it begins, in order, as it was drawn. */
  readonly starts: readonly { readonly phase: (typeof PHASES)[number]; readonly at: number }[];
}

/** A calendar that runs forwards, with any of the optional phases. */
export const calendars: fc.Arbitrary<DrawnCalendar> = fc
  .record({
    phases: fc.subarray(PHASES.filter((phase) => phase !== 'voting' && phase !== 'counting')),
    gaps: fc.array(fc.integer({ min: 1, max: 3_000_000_000 }), { minLength: 8, maxLength: 8 }),
    offset: fc.constantFrom(...OFFSETS),
  })
  .map(({ phases, gaps, offset }) => {
    const present = PHASES.filter((phase) => ['voting', 'counting', ...phases].includes(phase));
    let at = START;
    const starts = present.map((phase, i) => ({ phase, at: (at += gaps[i] ?? 1) }));
    const calendar = Object.fromEntries(starts.map((start) => [start.phase, instant(start.at, offset)]));
    return { starts, calendar: { ...calendar, timeZone: 'Europe/Paris' } as Calendar };
  });
