/** What others did in a turn counts so many times: it got a quarter of the processor, and they are many. */
const MANY = 4;

/**
 * When the next turn may begin: one in each interval on average, and never two within half of one. What comes once an
 * interval waits for nothing, even when the turn before came late by up to an interval. A turn among many who vote is
 * followed by as long a rest: watchers leave half of the time to them. Where nobody votes there is none.
 */
export class Pace {
  readonly #interval: number;
  /** All of `performance.now()`: when the next turn would begin if they were evenly spaced, */
  #due = -Infinity;
  /** when this one began, */
  #begun = -Infinity;
  /** and when its rest is over. */
  #rested = -Infinity;

  /** @param interval milliseconds */
  constructor(interval: number) {
    this.#interval = interval;
  }

  /** Milliseconds until the next turn may begin. */
  wait(): number {
    const from = Math.max(this.#due - this.#interval, this.#begun + this.#interval / 2, this.#rested);
    return Math.max(0, from - performance.now());
  }

  begin(): void {
    this.#begun = performance.now();
    this.#due = Math.max(this.#begun, this.#due) + this.#interval;
  }

  /** @param others milliseconds of the turn that went to others */
  end(others: number): void {
    const now = performance.now();
    this.#rested = now + Math.min(now - this.#begun, MANY * others);
  }
}
