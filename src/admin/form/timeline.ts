/** The calendar as lengths: how much of the line each phase takes. Pure. */
import type { Calendar, Phase } from '../../model/election.js';
import { phaseAt, phaseStarts } from '../../model/phase.js';

export interface Stretch {
  readonly phase: Phase;
  readonly at: number;
  /** Parts of the line, 0 to 1. They add up to 1. */
  readonly share: number;
  readonly when: 'past' | 'now' | 'to-come';
  /** How much of it has gone by, 0 to 1. */
  readonly elapsed: number;
}

/** The least that a phase takes: an hour of counting between months of campaign and mandate is to be seen, too. */
const LEAST = 0.07;

/** The phases of a calendar. What runs backwards, or has no date yet, has no length of its own. */
export function timeline(calendar: Calendar, now: number): Stretch[] {
  const starts = phaseStarts(calendar).filter(({ at }) => !Number.isNaN(at));
  const today = phaseAt(calendar, now);
  const lengths = starts.map(({ at }, i) => Math.max(0, (starts[i + 1]?.at ?? at) - at));
  const whole = lengths.reduce((sum, length) => sum + length, 0) || 1;
  const free = 1 - LEAST * starts.length;
  return starts.map(({ phase, at }, i) => {
    const until = starts[i + 1]?.at;
    const length = lengths[i] ?? 0;
    const isPast = until !== undefined && until <= now;
    return {
      phase,
      at,
      share: LEAST + (free * length) / whole,
      when: phase === today && at <= now ? 'now' : isPast ? 'past' : 'to-come',
      elapsed: length > 0 ? Math.min(1, Math.max(0, (now - at) / length)) : Number(at <= now),
    };
  });
}
