import type { Adapter } from '../adapters/adapter.js';
import type { ClockReading } from '../model/clock.js';
import type { Id } from '../model/election.js';
import type { Results } from '../model/results.js';
import type { Connection } from '../model/snapshot.js';
import type { Environment } from './environment.js';
import { pause, persist } from './persist.js';

/** What has come from the backend. What is absent has not changed. */
export interface News {
  readonly clock?: ClockReading;
  readonly results?: Results;
  /** An instant of the server's clock before which these results were not counted. */
  readonly countedAt?: number;
  readonly connection?: Connection;
}

export interface FollowOptions {
  readonly adapter: Adapter;
  readonly election: Id;
  readonly pass: string | undefined;
  readonly environment: Environment;
  /** Stops everything. */
  readonly signal: AbortSignal;
  /** The server's clock, carried forward. */
  readonly now: () => number;
  readonly onNews: (news: News) => void;
  /** The election has changed: it is time to load it again. */
  readonly onElection: () => void;
}

/** Milliseconds between two questions where nothing is pushed, on average. */
const POLL = 5000;

/** Follows the results of an election: pushed where the backend can, asked for now and then while it cannot. */
export function follow(options: FollowOptions): void {
  const { adapter, election, pass, environment, signal, now, onNews, onElection } = options;
  let polling: AbortController | undefined;

  async function poll(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await pause(environment, POLL * (0.5 + environment.random()), signal);
      const countedAt = now();
      const ask = () => adapter.results(election, { signal, pass });
      const results = await persist(environment, signal, ask, () => onNews({ connection: 'down' }));
      if (!results) return;
      onNews({ results, countedAt, connection: 'polling' });
    }
  }

  function setLive(live: boolean): void {
    if (live) {
      polling?.abort();
      polling = undefined;
      onNews({ connection: 'live' });
    } else if (!polling) {
      polling = new AbortController();
      onNews({ connection: 'polling' });
      void poll(polling.signal);
    }
  }

  setLive(false);
  signal.addEventListener('abort', () => polling?.abort());
  if (!adapter.supports.live) return;
  const unwatch = adapter.watch(election, {
    pass,
    onResults: ({ results, clock }) => onNews({ results, countedAt: clock.now }),
    onClock: (clock) => onNews({ clock }),
    onElection,
    onLive: setLive,
  });
  signal.addEventListener('abort', unwatch);
}
