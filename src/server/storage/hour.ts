import type { Instant } from '../../model/election.js';

const HOUR = 3_600_000;

/** The hour in which an instant lies: all that is told of when something was sequenced. */
export const hourOf = (now: number): Instant => new Date(Math.floor(now / HOUR) * HOUR).toISOString();
