/** The election's time. The server's is the only one that decides anything. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Milliseconds of the election per millisecond of the world. 1 but in a rehearsal. */
  readonly rate: number;
}

/** A reading of the server's clock, as it crosses the wire. */
export interface ClockReading {
  readonly now: number;
  readonly rate: number;
}

export const realClock: Clock = { now: () => Date.now(), rate: 1 };

/**
 * The server's clock as seen from here: a reading, carried forward by a local clock that only
 * needs to run evenly. A phone whose date is wrong by a year shows the right countdown.
 * @param monotonic milliseconds since any fixed instant, such as `performance.now()`
 */
export function carriedClock(reading: ClockReading, monotonic: () => number): Clock {
  const readAt = monotonic();
  return {
    now: () => reading.now + (monotonic() - readAt) * reading.rate,
    rate: reading.rate,
  };
}
