import type { ClockReading } from './clock.js';
import type { Calendar, Election, Id, Rules } from './election.js';
import { isFrom, phaseAt } from './phase.js';
import type { Tally } from './tally.js';

/**
 * Results as one visitor may see them. What is hidden is absent: not a number, not a version.
 */
export type Results =
  | { readonly hidden: 'until-voted' | 'until-close' | 'until-open' }
  | ({ readonly hidden: false } & Tally);

/** An update of one election's results, as watchers receive it: whole, so that a gap does no harm. */
export interface ResultsFrame {
  readonly election: Id;
  readonly results: Extract<Results, { hidden: false }>;
  readonly clock: ClockReading;
}

/** Why the standings are hidden at `now`, or `false` where they are shown. Holds on server and page alike. */
export function hiddenAt(
  election: { readonly calendar: Calendar; readonly rules: Rules },
  now: number,
  hasVoted: boolean,
): 'until-voted' | 'until-close' | 'until-open' | false {
  const phase = phaseAt(election.calendar, now);
  if (!isFrom(phase, 'voting')) return 'until-open';
  if (isFrom(phase, 'counting')) return false;
  const { visibility } = election.rules;
  if (visibility === 'until-close') return 'until-close';
  return visibility === 'until-voted' && !hasVoted ? 'until-voted' : false;
}

/** What a page shows of one election, at one moment. */
export interface ElectionView {
  readonly election: Election;
  readonly clock: ClockReading;
  readonly results: Results;
  /** Where its log is signed: what a receipt is checked with. */
  readonly log?: LogIdentity | undefined;
}

/** Who answers for an election's log, and how it names the candidates. */
export interface LogIdentity {
  /** The vkey that signs its checkpoints. */
  readonly key: string;
  /** The vkeys of those who co-sign them. */
  readonly witnesses: readonly string[];
  /** The candidates' numbers, for ever. */
  readonly numbers: Readonly<Record<Id, number>>;
}

/** Where the files of an election's log are read. */
export interface LogSource {
  /**
   * Reads a file by its address below the log's own: `checkpoint`, `tile/0/000`. Rejects with an `ElectionError`
   * where there is none or it cannot be reached.
   */
  readonly read: (file: string) => Promise<Uint8Array>;
  /** The log's own address, with a slash at the end, where others can read it too. */
  readonly address?: string;
}
