import { PHASES, type Calendar, type Phase } from './election.js';

export interface PhaseStart {
  readonly phase: Phase;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
}

/** The phases that the calendar has, in order, each with its beginning. */
export function phaseStarts(calendar: Calendar): PhaseStart[] {
  const starts: PhaseStart[] = [];
  for (const phase of PHASES) {
    const instant = calendar[phase] ?? (phase === 'proclaimed' ? calendar.counting : undefined);
    if (instant !== undefined) starts.push({ phase, at: Date.parse(instant) });
  }
  return starts;
}

/**
 * The phase at an instant of the server's clock. A phase begins at its very instant (so a ballot
 * sequenced at the close is too late). Before the first one: `announced`.
 */
export function phaseAt(calendar: Calendar, now: number): Phase {
  let phase: Phase = 'announced';
  for (const start of phaseStarts(calendar)) if (start.at <= now) phase = start.phase;
  return phase;
}

/** What comes next, or `undefined` where nothing does. */
export function nextPhase(calendar: Calendar, now: number): PhaseStart | undefined {
  return phaseStarts(calendar).find((start) => start.at > now);
}

/** Whether `phase` is `other` or comes after it. */
export function isFrom(phase: Phase, other: Phase): boolean {
  return PHASES.indexOf(phase) >= PHASES.indexOf(other);
}
