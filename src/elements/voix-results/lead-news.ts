import type { Id } from '../../model/election.js';
import type { Standing } from '../../model/tally.js';

/** Between two announcements, in milliseconds (A3). */
const QUIET = 30_000;

/** Tells when a change at the top is worth saying aloud: a new sole leader, at most once in 30 seconds. */
export class LeadNews {
  #leader: Id | undefined;
  #saidAt = -Infinity;
  #first = true;

  /** The new leader to announce at `now` (milliseconds, any monotonic clock), if any. */
  of(rows: readonly Standing[], now: number): Standing | undefined {
    const [first, second] = rows;
    if (!first?.votes || second?.rank === 1) return undefined;
    if (this.#first) {
      this.#first = false;
      this.#leader = first.candidate;
      return undefined;
    }
    if (first.candidate === this.#leader || now - this.#saidAt < QUIET) return undefined;
    this.#leader = first.candidate;
    this.#saidAt = now;
    return first;
  }
}
