import type { CallOptions } from './call-options.js';
import type { Calendar, Id, Instant, Photo } from './election.js';
import { phaseStarts } from './phase.js';

/** How a brand answers its president: it receives them, excuses itself, or says no. */
export const RESPONSES = ['welcomed', 'excused', 'refused'] as const;

export interface Response {
  readonly kind: (typeof RESPONSES)[number];
  /** In the brand's own words. */
  readonly text?: string;
  readonly at: Instant;
}

/** A date of the programme: what was promised for it and, once it is there, what was done. */
export interface Milestone {
  readonly id: Id;
  readonly title: string;
  readonly at: Instant;
  /** Where it lasts. */
  readonly ends?: Instant;
  readonly place?: string;
  /** What was promised. */
  readonly promise?: string;
  /** What was done, once it was. */
  readonly kept?: { readonly at: Instant; readonly what?: string };
}

/** What the president reports. */
export interface Report {
  readonly id: Id;
  readonly title: string;
  /** Plain text; a blank line starts a new paragraph. */
  readonly text: string;
  readonly at: Instant;
  readonly photos?: readonly Photo[];
}

/** What follows the term. */
export interface Handover {
  readonly text?: string;
  /** The next edition's election, on the same backend. */
  readonly election?: Id;
}

/** A president's term, as the brand and the president keep it. */
export interface Mandate {
  /** Absent: the brand has not responded to its president. */
  readonly response?: Response;
  readonly milestones: readonly Milestone[];
  readonly reports: readonly Report[];
  readonly privileges: readonly string[];
  readonly obligations: readonly string[];
  readonly handover?: Handover;
}

export interface Answered {
  readonly asked: number;
  readonly answered: number;
}

/** What everyone may see of a mandate. */
export interface MandateView {
  /** `null`: nothing was written of it yet. */
  readonly mandate: Mandate | null;
  /** Questions to the president. Absent where none can be asked. */
  readonly questions?: Answered;
}

export interface MandateOffer {
  ofElection(election: Id, options?: CallOptions): Promise<MandateView>;
}

/** `due`: its day has come, and nothing was done yet. */
export type MilestoneState = 'kept' | 'due' | 'ahead';

export function milestoneState({ kept, at, ends }: Milestone, now: number): MilestoneState {
  if (kept) return 'kept';
  return Date.parse(ends ?? at) <= now ? 'due' : 'ahead';
}

/** By date, the first first. */
export const byDate = (milestones: readonly Milestone[]): Milestone[] =>
  [...milestones].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));

const DAY = 86_400_000;

/** Where a term stands. */
export interface Term {
  /** Ms since 1970. */
  readonly begins: number;
  /** `undefined`: no end was set. */
  readonly ends: number | undefined;
  /** Of the term gone by, 0 to 1; 0 where no end was set. */
  readonly share: number;
  /** Days until the end, a day begun for a whole one. 0 once it has ended, or where no end was set. */
  readonly daysLeft: number;
}

/** @returns `undefined` where the calendar knows no mandate */
export function termOf(calendar: Calendar, now: number): Term | undefined {
  if (calendar.mandate === undefined) return undefined;
  const begins = Date.parse(calendar.mandate);
  if (calendar.ended === undefined) return { begins, ends: undefined, share: 0, daysLeft: 0 };
  const ends = Date.parse(calendar.ended);
  const share = Math.min(1, Math.max(0, (now - begins) / (ends - begins || 1)));
  return { begins, ends, share, daysLeft: Math.max(0, Math.ceil((ends - now) / DAY)) };
}

/**
 * Whole days since the proclamation for which the brand has not responded; `undefined` where it has, and before the
 * first of them is over: on the day itself nobody is told of a silence.
 */
export function silentDays(
  calendar: Calendar,
  response: Response | undefined,
  now: number,
): number | undefined {
  const proclaimed = phaseStarts(calendar).find(({ phase }) => phase === 'proclaimed')?.at;
  if (response || proclaimed === undefined || now < proclaimed + DAY) return undefined;
  return Math.floor((now - proclaimed) / DAY);
}
