/**
 * When the next turn may begin: on average one in each interval, and never two within half of one. (Without that
 * half, what comes once an interval would wait a little longer after each turn that came late.) A turn that takes
 * long is followed by as long a rest: watchers leave half of the time to those who vote.
 */
export class Pace {
  readonly #interval: number;
  /** When the next one would begin if they were evenly spaced, and when this one began; of `performance.now()`. */
  #next = 0;
  #begun = 0;

  /** @param interval milliseconds */
  constructor(interval: number) {
    this.#interval = interval;
  }

  /** Milliseconds until the next turn may begin. */
  wait(): number {
    return Math.max(0, this.#next - this.#interval / 2 - performance.now());
  }

  begin(): void {
    this.#begun = performance.now();
    this.#next = Math.max(this.#begun, this.#next) + this.#interval;
  }

  end(): void {
    const rested = 2 * performance.now() - this.#begun;
    this.#next = Math.max(this.#next, rested + this.#interval / 2);
  }
}
