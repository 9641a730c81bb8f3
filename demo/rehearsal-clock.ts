import type { Clock, ClockReading } from 'voix/server';

export interface RehearsalClockOptions {
  readonly start: ClockReading;
  /**
   * The instant that may not be passed yet, in milliseconds since 1970: the close waits until the
   * ballots that were due before it have arrived, however fast the month goes by.
   */
  readonly limit: () => number;
  /** From this instant on the clock runs like any other, unless told otherwise again. */
  readonly settlesAt: number;
  /** Milliseconds since any fixed instant. */
  readonly monotonic: () => number;
}

/** An election's clock that can run fast, slowly or not at all; it never runs backwards. */
export class RehearsalClock implements Clock {
  readonly #options: RehearsalClockOptions;
  #from: number;
  #rate: number;
  #since: number;

  constructor(options: RehearsalClockOptions) {
    this.#options = options;
    this.#from = options.start.now;
    this.#rate = options.start.rate;
    this.#since = options.monotonic();
  }

  get rate(): number {
    this.now();
    return this.#rate;
  }

  set rate(rate: number) {
    this.now();
    this.#rate = rate;
  }

  now(): number {
    const { limit, settlesAt, monotonic } = this.#options;
    const world = monotonic();
    const running = this.#from + (world - this.#since) * this.#rate;
    let now = Math.max(this.#from, Math.min(running, limit()));
    if (this.#from < settlesAt && now >= settlesAt) {
      now = settlesAt;
      this.#rate = Math.min(this.#rate, 1);
    }
    this.#from = now;
    this.#since = world;
    return Math.floor(now);
  }
}
