import { pause } from './pause.js';
import type { PlannedBallot } from './plan.js';
import { castAsVoter, type Fate } from './voter.js';

export interface PlayOptions {
  /** In the order of time. */
  readonly ballots: readonly PlannedBallot[];
  /** Address of the backend: `https://vote.brand.example/api`. */
  readonly backend: string;
  /**
   * The time by which the ballots are cast, in their own milliseconds; asked again and again. It may
   * run at any rate, stand still or jump: what is due is cast, the rest waits. `Infinity`: all at once.
   */
  readonly now: () => number;
  /** Ballots, from the first, that need not be played again. Default 0. */
  readonly from?: number;
  /** Ballots on their way at the same time. Default 32. */
  readonly concurrency?: number;
  /** Called after each ballot. */
  readonly onProgress?: (progress: Progress) => void;
  /** Ends the play; what is on its way is given up. */
  readonly signal?: AbortSignal;
}

export interface Progress {
  readonly total: number;
  /** Ballots, from the first, whose fate is known: whoever plays again may start from here. */
  readonly settled: number;
  /** How many met with which fate. */
  readonly fates: Readonly<Partial<Record<Fate, number>>>;
}

/** Milliseconds between two looks at the clock. */
const LOOK = 20;

/**
 * Plays ballots through the public HTTP API, each as its own voter, at the pace of `now`. Resolves
 * when the fate of each is known, or when aborted. A ballot refused is counted, and the play goes on.
 */
export async function playBallots(options: PlayOptions): Promise<Progress> {
  const { ballots, backend, now, from = 0, concurrency = 32, onProgress } = options;
  const signal = options.signal ?? new AbortController().signal;
  const fates: Partial<Record<Fate, number>> = {};
  const underway = new Map<number, Promise<void>>();
  let next = from;
  const progress = (): Progress => {
    const [oldest = next] = underway.keys();
    return { total: ballots.length, settled: oldest, fates: { ...fates } };
  };
  const cast = async (place: number, ballot: PlannedBallot): Promise<void> => {
    const fate = await castAsVoter(backend, ballot, signal);
    if (!fate) return;
    fates[fate] = (fates[fate] ?? 0) + 1;
    underway.delete(place);
    onProgress?.(progress());
  };
  for (const ballot of ballots.slice(from)) {
    while (ballot.at > now() && !signal.aborted) await pause(LOOK, signal);
    if (signal.aborted) break;
    const place = next++;
    underway.set(place, cast(place, ballot));
    if (underway.size >= concurrency) await Promise.race(underway.values());
  }
  await Promise.all(underway.values());
  return progress();
}
