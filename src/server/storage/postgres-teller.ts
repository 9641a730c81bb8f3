import { setTimeout as delay } from 'node:timers/promises';
import type { Id } from '../../model/election.js';

/** The least time between two NOTIFY of one process, ms. One in every commit would cost a third of them. */
const PAUSE = 250;

/**
 * Tells the other processes whose ballots have come in: at once, and then at most four times a second, all
 * elections together. What cannot be told (the database is away) is not told later: the others look at the
 * heads now and then (`postgres-listener.ts`).
 */
export class Teller {
  readonly #notify: (elections: readonly Id[]) => Promise<void>;
  readonly #untold = new Set<Id>();
  readonly #closing = new AbortController();
  #telling: Promise<void> | undefined;

  constructor(notify: (elections: readonly Id[]) => Promise<void>) {
    this.#notify = notify;
  }

  tell(election: Id): void {
    this.#untold.add(election);
    this.#telling ??= this.#tellAll();
  }

  /** Tells what is left to tell. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#telling;
  }

  async #tellAll(): Promise<void> {
    while (this.#untold.size > 0) {
      const elections = [...this.#untold];
      this.#untold.clear();
      await this.#notify(elections).catch(ignored);
      await delay(PAUSE, undefined, { signal: this.#closing.signal }).catch(ignored);
    }
    this.#telling = undefined;
  }
}

/** The next look of the others makes up for a lost NOTIFY; a pause cut short by closing is no failure. */
const ignored = (): void => undefined;
