/**
 * When the next turn may begin: on average one in each interval, and never two within half of one. (Without that
 * half, what comes once an interval would wait a little longer after each turn that came late.) A turn among many who
 * vote is followed by as long a rest: watchers leave half of the time to them. Where nobody votes there is none.
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

  /** @param others milliseconds of the turn that went to others: a quarter of it, and they are many */
  end(others: number): void {
    const now = performance.now();
    const rest = Math.min(now - this.#begun, MANY * others);
    this.#next = Math.max(this.#next, now + rest + this.#interval / 2);
  }
}

const MANY = 4;
