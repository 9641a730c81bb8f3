import type { Adapter } from '../adapters/adapter.js';
import type { Clock, ClockReading } from '../model/clock.js';
import type { Election, Id, Phase } from '../model/election.js';
import { outcomeOf, type Outcome } from '../model/outcome.js';
import { isFrom } from '../model/phase.js';
import type { ElectionView, Results } from '../model/results.js';
import type { Connection } from '../model/snapshot.js';
import type { Environment } from './environment.js';
import { newer } from './newer.js';
import { pause, persist } from './persist.js';

export interface FollowOptions {
  readonly adapter: Adapter;
  readonly election: Id;
  readonly pass: string | undefined;
  readonly environment: Environment;
  /** Stops everything. */
  readonly signal: AbortSignal;
  /** The server's clock, carried forward. */
  readonly clock: () => Clock;
  /** What is known at the beginning: its reading of the clock is an instant before which it was not counted. */
  readonly known: Pick<ElectionView, 'results' | 'clock'>;
  readonly onChange: () => void;
  readonly onClock: (reading: ClockReading) => void;
  /** The election itself has changed: it is time to load it again. */
  readonly onElection: () => void;
}

export interface Follower {
  readonly results: Results;
  readonly connection: Connection;
  /** How the election ended, once it is proclaimed. */
  outcomeAt(phase: Phase, election: Election): Outcome | undefined;
  /** Results that came another way. */
  take(arrived: Results, countedAt: number): void;
}

/** Milliseconds between two questions where nothing is pushed, on average. */
const POLL = 5000;
/** Milliseconds by which results may seem to be from the future; by more, the clock has been set back since. */
const LATE = 15_000;

/** Follows the results of an election: pushed where the backend can, asked for now and then while it cannot. */
export function follow(options: FollowOptions): Follower {
  const { adapter, election, pass, environment, signal, clock, onChange } = options;
  let { results } = options.known;
  let countedAt = options.known.clock.now;
  let outcome: Outcome | undefined;
  let connection: Connection = 'polling';
  let polling: AbortController | undefined;
  let cut = false;

  function take(arrived: Results, at: number): void {
    const held = results;
    // A rehearsal that begins again counts from nothing again.
    const { now, rate } = clock();
    const late = LATE * Math.max(1, rate);
    const begunAgain = now() < countedAt - late;
    results = begunAgain ? arrived : newer(held, arrived);
    if (results !== held) outcome = undefined;
    // An answer that was long on its way has left the clock here behind: what comes next is not from before.
    if (at > countedAt || begunAgain) countedAt = Math.min(at, now() + late);
    onChange();
  }

  function setConnection(next: Connection): void {
    connection = next;
    onChange();
  }

  async function poll(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await pause(environment, POLL * (0.5 + environment.random()), signal);
      const at = clock().now();
      const ask = () => adapter.results(election, { signal, pass });
      const arrived = await persist(environment, signal, ask, () => setConnection('down'));
      if (!arrived) return;
      connection = 'polling';
      take(arrived, at);
    }
  }

  function setLive(live: boolean): void {
    if (live) {
      polling?.abort();
      polling = undefined;
      setConnection('live');
      // Nobody tells again that the election changed while the line was cut.
      if (cut) options.onElection();
      cut = false;
    } else if (!polling) {
      cut = connection === 'live';
      polling = new AbortController();
      setConnection('polling');
      void poll(polling.signal);
    }
  }

  setLive(false);
  signal.addEventListener('abort', () => polling?.abort());
  if (adapter.supports.live) {
    const unwatch = adapter.watch(election, {
      pass,
      onResults: (frame) => take(frame.results, frame.clock.now),
      onClock: options.onClock,
      onElection: options.onElection,
      onLive: setLive,
    });
    signal.addEventListener('abort', unwatch);
  }

  return {
    get results() {
      return results;
    },
    get connection() {
      return connection;
    },
    outcomeAt(phase, { calendar, candidates, rules }) {
      // Nobody is proclaimed by counts of before the close.
      const isKnown = isFrom(phase, 'proclaimed') && countedAt >= Date.parse(calendar.counting);
      if (!isKnown || results.hidden) return undefined;
      return (outcome ??= outcomeOf({ candidates, rules }, results));
    },
    take,
  };
}
