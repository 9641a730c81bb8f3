import { setImmediate } from 'node:timers/promises';
import { electionOf } from '../../src/adapters/conformance/fixtures.js';
import type { Adapter } from '../../src/adapters/adapter.js';
import { memoryAdapter } from '../../src/adapters/memory/memory.js';
import { carriedClock } from '../../src/model/clock.js';
import type { Calendar, Election, Rules } from '../../src/model/election.js';
import { mulberry32 } from '../../src/model/order.js';
import type { ReadySnapshot, Snapshot } from '../../src/model/snapshot.js';
import type { Environment } from '../../src/store/environment.js';
import { deviceKeeper } from '../../src/store/keeper.js';
import { createStore, type Store, type StoreOptions } from '../../src/store/store.js';

/** An environment whose time passes when a test says so. */
class ManualEnvironment implements Environment {
  time = 0;
  readonly #random: () => number;
  #timers: { readonly at: number; readonly callback: () => void }[] = [];
  #uuids = 0;

  constructor(seed = 1) {
    this.#random = mulberry32(seed);
  }

  readonly monotonic = () => this.time;
  readonly random = () => this.#random();
  readonly uuid = () => `00000000-0000-4000-8000-${String(++this.#uuids).padStart(12, '0')}`;
  readonly after = (ms: number, callback: () => void) => {
    const timer = { at: this.time + Math.ceil(ms), callback };
    this.#timers.push(timer);
    return () => void (this.#timers = this.#timers.filter((other) => other !== timer));
  };

  /** Milliseconds from now at which each waiting callback is due. */
  get waits(): number[] {
    return this.#timers.map(({ at }) => at - this.time).sort((a, b) => a - b);
  }

  /** Lets time pass, and everything that falls due in it happen in order. */
  async pass(ms: number): Promise<void> {
    const end = this.time + ms;
    for (;;) {
      await settle();
      const next = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#timers = this.#timers.filter((other) => other !== next);
      this.time = Math.max(this.time, next.at);
      next.callback();
    }
    this.time = end;
    await settle();
  }

  /** The device gets its line back: whatever waits is called. */
  async comeOnline(): Promise<void> {
    const due = this.#timers;
    this.#timers = [];
    for (const { callback } of due) callback();
    await settle();
  }
}

/** Everything that is only a promise away has happened. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 3; i++) await setImmediate();
}

/** Waits for what takes real time: a part that is brought in. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`Not within a minute: ${what}`);
    await setImmediate();
  }
}

/** `localStorage`, as far as the keeper needs it. */
export function fakeStorage() {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, text: string) => void items.set(key, text),
  };
}

/** When the backend's clock stands at the beginning of a test: voting has been open for an hour, and closes in one. */
export const START = Date.parse('2026-11-22T12:00:00Z');
const at = (hours: number) => new Date(START + hours * 3_600_000).toISOString();
const CALENDAR: Calendar = { campaign: at(-2), voting: at(-1), counting: at(1), timeZone: 'Europe/Paris' };

export interface WorldOptions {
  readonly rules?: Partial<Rules>;
  readonly calendar?: Partial<Calendar>;
  /** Puts something between the store and the backend. */
  readonly through?: (adapter: Adapter) => Adapter;
  readonly seed?: number;
  readonly verify?: StoreOptions['verify'];
}

/** A backend, a device, and the stores that live on it one after the other. */
export class World {
  readonly environment: ManualEnvironment;
  readonly storage = fakeStorage();
  readonly keeper = deviceKeeper(() => this.storage);
  readonly election: Election;
  readonly backend;
  readonly adapter: Adapter;
  readonly seen: Snapshot[] = [];
  readonly #verify: StoreOptions['verify'];
  #store: Store | undefined;

  constructor({ rules, calendar, through = (adapter) => adapter, seed, verify }: WorldOptions = {}) {
    this.#verify = verify;
    this.environment = new ManualEnvironment(seed);
    this.election = { ...electionOf('e', rules), calendar: { ...CALENDAR, ...calendar } };
    const clock = { now: () => START + this.environment.time, rate: 1 };
    this.backend = memoryAdapter([this.election], { clock });
    this.adapter = through(this.backend);
  }

  get store(): Store {
    return (this.#store ??= this.open());
  }

  get snapshot(): Snapshot {
    return this.store.snapshot;
  }

  get ready(): ReadySnapshot {
    const { snapshot } = this;
    if (snapshot.status !== 'ready') throw new Error(`The snapshot is ${snapshot.status}.`);
    return snapshot;
  }

  /** Sets the backend's clock, which runs on from there. */
  setClock(now: number, rate: number): void {
    this.backend.setClock(carriedClock({ now, rate }, this.environment.monotonic));
  }

  /** Opens the page. */
  open(): Store {
    const { adapter, keeper, environment } = this;
    const verify = this.#verify;
    const store = createStore({ adapter, election: 'e', keeper, environment, ...(verify && { verify }) });
    store.subscribe((snapshot) => this.seen.push(snapshot));
    this.#store = store;
    return store;
  }

  /** Opens the page and waits for the election. */
  async opened(): Promise<Store> {
    const store = this.open();
    await settle();
    return store;
  }

  /** Closes the page and opens it again. */
  async reload(): Promise<Store> {
    this.#store?.close();
    return this.opened();
  }
}
