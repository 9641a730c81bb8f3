import { ElectionError } from '../../model/errors.js';

/**
 * The most that one transaction takes. In a storm of a few hundred voters it is about half of them: while their
 * ballots are written, the requests of the others are read, and neither side waits for the other.
 */
export const MAX_BATCH = 128;
/** What an overloaded voter is asked to wait, ms. */
const RETRY_AFTER = 1000;
/** A commit that has taken longer, in ms, may take for ever: who comes now is told so, and waits at home. */
const STUCK = 3000;

/**
 * Commits a batch: one result per item, in order; an `ElectionError` for an item that was refused alone.
 * Where it rejects, nobody knows what was stored.
 */
export type Commit<Item, Result> = (batch: readonly Item[]) => Promise<readonly (Result | ElectionError)[]>;

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: ElectionError) => void;
}

interface Lane<Item, Result> {
  waiting: Waiting<Item, Result>[];
  done: Promise<void>;
  /** When the commit under way began. */
  since: number;
}

/**
 * What waits while a commit runs goes into the next one together. There is no timer: alone, an item is
 * committed at once; in a storm, a commit takes all that came during the one before, and begins before that one's
 * items are answered.
 *
 * Guarantees: one commit in flight per lane, items of a lane in the order of `add`; at most `maxWaiting`
 * waiting in all lanes, one more is refused with `overloaded` and never reaches the commit; so is whoever comes
 * while a commit of the lane has been under way for more than three seconds.
 */
export class GroupCommit<Item, Result> {
  readonly #commit: Commit<Item, Result>;
  readonly #maxWaiting: number;
  readonly #lanes = new Map<string, Lane<Item, Result>>();
  #waiting = 0;
  #closed = false;

  constructor(commit: Commit<Item, Result>, maxWaiting = 10_000) {
    this.#commit = commit;
    this.#maxWaiting = maxWaiting;
  }

  add(lane: string, item: Item): Promise<Result> {
    const open = this.#lanes.get(lane);
    const isStuck = open !== undefined && performance.now() - open.since > STUCK;
    if (this.#closed || isStuck || this.#waiting >= this.#maxWaiting)
      return Promise.reject(new ElectionError('overloaded', { retryAfter: RETRY_AFTER }));
    this.#waiting++;
    return new Promise((resolve, reject) => {
      const waiting = { item, resolve, reject };
      if (open) open.waiting.push(waiting);
      else this.#open(lane, waiting);
    });
  }

  /** Refuses what comes from now on; resolves once all that waited has its answer. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#lanes.values()].map((lane) => lane.done));
  }

  #open(name: string, first: Waiting<Item, Result>): void {
    const lane: Lane<Item, Result> = { waiting: [first], done: Promise.resolve(), since: performance.now() };
    this.#lanes.set(name, lane);
    lane.done = this.#drain(name, lane);
  }

  async #drain(name: string, lane: Lane<Item, Result>): Promise<void> {
    await Promise.resolve();
    let answer = (): void => undefined;
    while (lane.waiting.length > 0) {
      const batch = lane.waiting.splice(0, MAX_BATCH);
      this.#waiting -= batch.length;
      lane.since = performance.now();
      const committing = this.#settled(batch);
      // Those of the commit before: the database works while they are answered.
      answer();
      answer = await committing;
    }
    this.#lanes.delete(name);
    answer();
  }

  /** @returns what tells each of the batch what became of it, once the commit has ended */
  async #settled(batch: readonly Waiting<Item, Result>[]): Promise<() => void> {
    try {
      const results = await this.#commit(batch.map(({ item }) => item));
      return () => {
        for (const [i, { resolve, reject }] of batch.entries()) {
          const result = results[i] ?? new ElectionError('internal', { detail: 'a result is missing' });
          if (result instanceof ElectionError) reject(result);
          else resolve(result);
        }
      };
    } catch (thrown) {
      const error = storageFailed(thrown);
      return () => batch.forEach(({ reject }) => reject(error));
    }
  }
}

/** What a database threw, as the one error that callers know. */
export function storageFailed(thrown: unknown): ElectionError {
  return thrown instanceof ElectionError ? thrown : new ElectionError('storage-failed', { cause: thrown });
}
