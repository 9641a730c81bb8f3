import type { CallOptions } from '../../model/call-options.js';
import { realClock, type Clock, type ClockReading } from '../../model/clock.js';
import type { Election, Id } from '../../model/election.js';
import { ElectionError } from '../../model/errors.js';
import type { Adapter, WatchOptions } from '../adapter.js';
import { BallotBox } from './ballot-box.js';
import type { Town, TownHall } from './community.js';
import type { MemoryDesk } from './desk.js';
import { errorOf, Faults, type Call, type Fault } from './faults.js';

export interface MemoryOptions {
  /** Who votes through the adapter that is returned; `as` gives others. Default `voter`. */
  readonly voter?: string;
  /** Default: the real clock. */
  readonly clock?: Clock;
}

/** A backend in memory, as one voter's device sees it, with what a demo and a test need to move it. */
export interface MemoryAdapter extends Adapter {
  /** The same backend, as another voter's device sees it. */
  as(voter: string): MemoryAdapter;
  /** Milliseconds until each answer. At first 0. */
  setDelay(ms: number): void;
  /** Makes calls fail. */
  fail(fault: Fault): void;
  /** Takes back all faults. */
  mend(): void;
  /** Gives the backend another clock; one of rate 0 stands still. Watchers hear of it. */
  setClock(clock: Clock): void;
  /** Cuts the live line of everyone who watches, or mends it. */
  setLive(live: boolean): void;
  /** What the brand's people do with it. */
  desk(): Promise<MemoryDesk>;
}

interface Watcher extends WatchOptions {
  readonly election: Id;
}

/** A whole backend in memory. What it answers is a copy: nothing that is done to it comes back. */
export function memoryAdapter(elections: readonly Election[], options: MemoryOptions = {}): MemoryAdapter {
  const boxes = new Map(elections.map((election) => [election.id, new BallotBox(structuredClone(election))]));
  const watchers = new Set<Watcher>();
  const faults = new Faults();
  let clock = options.clock ?? realClock;
  let delay = 0;
  let live = true;
  let opened: Promise<TownHall> | undefined;

  function boxOf(election: Id): BallotBox {
    const box = boxes.get(election);
    if (!box) throw new ElectionError('election-unknown');
    return box;
  }

  const reading = (): ClockReading => ({ now: clock.now(), rate: clock.rate });

  async function answer<T>(call: Call, { signal }: CallOptions = {}, work: () => T): Promise<T> {
    await elapse(delay, signal);
    signal?.throwIfAborted();
    const fault = faults.next(call);
    if (fault && !fault.stored) throw errorOf(fault);
    const worked = structuredClone(work());
    if (fault) throw errorOf(fault);
    return worked;
  }

  function show(watcher: Watcher): void {
    const results = boxes.get(watcher.election)?.results(clock.now(), watcher.pass);
    if (live && results && !results.hidden)
      watcher.onResults({ election: watcher.election, results, clock: reading() });
  }

  const town: Town = {
    elections: () => [...boxes.values()].map(({ election }) => election),
    election: (id) => boxOf(id).election,
    tally: (id) => boxOf(id).tally,
    change: (election) => {
      boxOf(election.id).election = election;
      later(
        ({ onElection }) => onElection?.(),
        [...watchers].filter((watcher) => watcher.election === election.id),
      );
    },
    clock: reading,
    answer: (options, work) => answer('community', options, work),
  };

  /** Later, as a line would: never within the call that brought it about. */
  const later = (tell: (watcher: Watcher) => void, to: Iterable<Watcher> = watchers) => {
    for (const watcher of to) queueMicrotask(() => watchers.has(watcher) && tell(watcher));
  };

  const tellAll = (watcher: Watcher) => {
    watcher.onLive?.(live);
    if (live) watcher.onClock?.(reading());
    show(watcher);
  };

  const hall = () => (opened ??= import('./community.js').then(({ townHall }) => townHall(town)));

  const seenBy = (voter: string): MemoryAdapter => ({
    supports: { live: true, ownBallot: true, list: true },
    election: (id, options) =>
      answer('election', options, () => {
        const box = boxOf(id);
        return { election: box.election, clock: reading(), results: box.results(clock.now(), options?.pass) };
      }),
    results: (id, options) => answer('results', options, () => boxOf(id).results(clock.now(), options?.pass)),
    cast: (ballot, options) =>
      answer('cast', options, () => {
        const receipt = boxOf(ballot.election).cast(voter, ballot, clock.now());
        later(
          show,
          [...watchers].filter(({ election }) => election === ballot.election),
        );
        return receipt;
      }),
    ownBallot: (id, options) => answer('ownBallot', options, () => boxOf(id).ballotOf(voter)),
    elections: (options) =>
      answer('elections', options, () =>
        [...boxes.values()].map(({ election: { id, title, brand, calendar, candidates } }) => ({
          id,
          title,
          brand,
          calendar,
          candidates: candidates.length,
        })),
      ),
    community: async () => (await hall()).of(voter),
    desk: async () => (await hall()).desk,
    watch(election, options) {
      const watcher = { ...options, election };
      watchers.add(watcher);
      later(tellAll, [watcher]);
      return () => void watchers.delete(watcher);
    },
    as: seenBy,
    setDelay(ms) {
      delay = ms;
    },
    fail: (fault) => faults.add(fault),
    mend: () => faults.clear(),
    setClock(set) {
      clock = set;
      later(tellAll);
    },
    setLive(on) {
      live = on;
      later(tellAll);
    },
  });

  return seenBy(options.voter ?? 'voter');
}

/** Resolves after so many milliseconds; rejects with the signal's reason as soon as there is one. */
function elapse(ms: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  if (ms === 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop);
  });
}
