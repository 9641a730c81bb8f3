import type { ErrorCode } from '../../model/errors.js';
import type { Id } from '../../model/election.js';
import { statusOf } from '../answer.js';
import type { LogStorage } from '../storage/log-storage.js';

/**
 * How many requests to vote were refused, by error code, for the log's `close`. Each request counts, a repeated
 * one again; what failed on the server does not: its ballot may come back and be taken. Gathered here, and
 * added to the storage now and then: a process that dies takes the last seconds of them along.
 */
export class Refusals {
  #counts = new Map<Id, Record<string, number>>();

  note(election: Id, code: ErrorCode): void {
    if (statusOf(code) >= 500) return;
    const counts = this.#counts.get(election) ?? {};
    counts[code] = (counts[code] ?? 0) + 1;
    this.#counts.set(election, counts);
  }

  /** What could not be added is kept for the next time. */
  async flush(log: LogStorage): Promise<void> {
    for (const [election, counts] of this.#counts) {
      this.#counts.delete(election);
      try {
        await log.addRefused(election, counts);
      } catch (thrown) {
        const since = this.#counts.get(election) ?? {};
        for (const [code, number] of Object.entries(counts)) since[code] = (since[code] ?? 0) + number;
        this.#counts.set(election, since);
        throw thrown;
      }
    }
  }
}
