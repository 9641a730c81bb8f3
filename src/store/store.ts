import type { Adapter } from '../adapters/adapter.js';
import type { Receipt } from '../model/ballot.js';
import type { Choice } from '../model/choice.js';
import { carriedClock, type ClockReading } from '../model/clock.js';
import type { Candidate, Id } from '../model/election.js';
import type { ElectionError } from '../model/errors.js';
import { fairOrder } from '../model/order.js';
import { nextPhase, phaseAt } from '../model/phase.js';
import type { ElectionView, LogIdentity } from '../model/results.js';
import type { ReadySnapshot, Snapshot } from '../model/snapshot.js';
import { pageEnvironment, type Environment } from './environment.js';
import type { Follower } from './follow.js';
import { deviceKeeper, type Keeper } from './keeper.js';
import { persist } from './persist.js';
import { createVoter } from './voter.js';

export interface StoreOptions {
  readonly adapter: Adapter;
  readonly election: Id;
  /** Where the order, the ballot on its way and the receipt are kept. Default: `localStorage`. */
  readonly keeper?: Keeper;
  readonly environment?: Environment;
  /**
   * Rejects where a receipt does not prove that its ballot is in the election's log. Asked before a ballot is called
   * counted; of an election without a log it is not asked. Default: nobody asks. `renew` loads the election anew: the
   * log's key may have been replaced since the page was opened.
   */
  readonly verify?: (
    receipt: Receipt,
    log: LogIdentity,
    renew: () => Promise<Pick<ElectionView, 'log'>>,
  ) => Promise<unknown>;
}

/** One election as one visitor sees it: read, subscribe, act. */
export interface Store {
  /** Frozen, and replaced whole. Its members keep their identity while they do not change. */
  readonly snapshot: Snapshot;
  /** Calls back soon after each change, in order, until the returned function is called. */
  subscribe(listener: (snapshot: Snapshot) => void): () => void;
  /**
   * Lays a ballot before the voter (`confirming`) or, where the election asks for no confirmation, casts
   * it. Ignored while the election is not there yet, and while another ballot is on its way. Whether a
   * ballot is admitted, the backend decides: what it does not allow becomes `refused`.
   */
  propose(choice: Choice): void;
  /** Casts the ballot that lies before the voter, as it was proposed or as it was filled in since. */
  confirm(choice?: Choice): void;
  /** Takes back a ballot that was not cast; puts a refusal away. */
  cancel(): void;
  /** Stops everything. A ballot on its way stays on the device, and the next store sends it again. */
  close(): void;
}

/** Milliseconds after which the election is loaded again in any case: the device may have slept. */
const HOUR = 3_600_000;
/** Milliseconds over which pages spread what they all have to ask at the same instant. */
const SPREAD = 2000;
/** Milliseconds that a reading of the clock may have been on its way, or in a cache; by more, it was set back. */
const LATE = 15_000;

/** Loads the election at once, follows it, and takes up the ballot that an earlier visit left on its way. */
export function createStore(options: StoreOptions): Store {
  const { adapter, election: id, keeper = deviceKeeper(), environment = pageEnvironment } = options;
  const { after, monotonic, random } = environment;
  const closing = new AbortController();
  const { signal } = closing;
  const listeners = new Set<(snapshot: Snapshot) => void>();
  let snapshot: Snapshot = Object.freeze({ status: 'loading' });
  let view: ElectionView | undefined;
  let candidates: readonly Candidate[] = [];
  let log: ReadySnapshot['log'];
  let said = '';
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  let clock = carriedClock({ now: 0, rate: 1 }, monotonic);
  let follower: Follower | undefined;
  let following: Promise<void> | undefined;
  let loading = new AbortController();
  let stopAlarm = () => {};
  let stopReload = () => {};

  const { seed = Math.floor(random() * 2 ** 32) } = keeper.read(id);
  keeper.write(id, { seed });

  const voter = createVoter({
    adapter,
    election: id,
    keeper,
    environment,
    signal,
    // A ballot on which several may be ticked has to be laid before the voter to be filled in.
    confirms: () => view?.election.rules.confirm || view?.election.rules.method.kind === 'approval',
    onState() {
      if (voter.pass !== pass) load();
      show();
    },
    async verify(receipt) {
      // A ballot of an earlier visit may be answered before the election is there.
      await arrived;
      if (receipt && log) await options.verify?.(receipt, log, () => adapter.election(id));
      return receipt;
    },
    standing: (receipt) => (log && log.key === receipt?.key ? receipt : undefined),
  });
  let { pass } = voter;

  const now = () => clock.now();

  function load(): void {
    stopReload();
    loading.abort();
    loading = new AbortController();
    ({ pass } = voter);
    const asked = { signal: loading.signal, pass };
    void persist(environment, loading.signal, () => adapter.election(id, asked), fail).then(
      (loaded) => loaded && take(loaded),
    );
  }

  function fail(error: ElectionError): void {
    if (!view) publish({ status: 'failed', error });
  }

  function take(loaded: ElectionView): void {
    const { clock, results } = loaded;
    const text = JSON.stringify([loaded.election, loaded.log]);
    const { election } = view && text === said ? view : loaded;
    if (text !== said) {
      candidates = Object.freeze(fairOrder(election.candidates, seed));
      log = loaded.log && { ...loaded.log, source: async () => adapter.log?.(id) };
    }
    said = text;
    view = { election, clock, results };
    arrive();
    follower?.take(results, clock.now);
    setClock(clock);
    // A cache on the way may answer with what was true in the phase before.
    if (phaseAt(election.calendar, clock.now) !== phaseAt(election.calendar, now())) loadSoon();
    if (!results.hidden) following ??= follow();
  }

  /** Brings in what shown results need, however long that takes. Hidden results come with another phase or pass. */
  async function follow(): Promise<void> {
    const part = await persist(environment, signal, () => import('./follow.js'));
    follower = part?.follow({
      adapter,
      election: id,
      pass,
      environment,
      signal,
      clock: () => clock,
      // As it is by now: it may have been loaded again meanwhile.
      known: view as ElectionView,
      onChange: show,
      onClock: setClock,
      onElection: loadSoon,
    });
    show();
  }

  function setClock(reading: ClockReading): void {
    const late = now() - reading.now;
    if (reading.rate !== clock.rate || late < 0 || late > LATE * Math.max(1, clock.rate))
      clock = carriedClock(reading, monotonic);
    show();
  }

  function show(): void {
    if (!view || signal.aborted) return;
    const { election } = view;
    const phase = phaseAt(election.calendar, now());
    const { results, connection } = follower ?? { results: view.results, connection: 'polling' };
    const outcome = follower?.outcomeAt(phase, election);
    const vote = voter.state;
    const next = {
      status: 'ready',
      election,
      candidates,
      phase,
      clock,
      results,
      outcome,
      vote,
      log,
      community: adapter.community,
      connection,
    } as const;
    const before = snapshot as ReadySnapshot;
    if ((Object.keys(next) as (keyof ReadySnapshot)[]).some((key) => next[key] !== before[key]))
      publish(next);
    setAlarm();
  }

  function publish(next: Snapshot): void {
    snapshot = Object.freeze(next);
    // Each in a microtask: what a listener throws is reported by the page, and stops nothing here.
    for (const listener of listeners) queueMicrotask(() => listeners.has(listener) && listener(next));
  }

  /** Wakes at the next change of phase. Everyone else does so too, hence the spread of what is asked then. */
  function setAlarm(): void {
    stopAlarm();
    const next = view && nextPhase(view.election.calendar, now());
    const wait = next ? Math.ceil((next.at - now()) / clock.rate) : HOUR;
    stopAlarm = after(Math.min(wait, HOUR), () => {
      show();
      loadSoon();
    });
  }

  function loadSoon(): void {
    stopReload();
    stopReload = after(random() * SPREAD, load);
  }

  load();
  voter.start();

  return {
    get snapshot() {
      return snapshot;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    propose(choice) {
      if (view && !signal.aborted) voter.propose(choice);
    },
    confirm(choice) {
      if (!signal.aborted) voter.confirm(choice);
    },
    cancel: voter.cancel,
    close() {
      closing.abort();
      loading.abort();
      listeners.clear();
      stopAlarm();
      stopReload();
    },
  };
}
