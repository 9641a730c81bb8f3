import { httpAdapter } from '../adapters/http/http.js';
import { backoff } from '../model/backoff.js';
import { toElectionError, type ErrorCode } from '../model/errors.js';
import { pause } from './pause.js';
import type { PlannedBallot } from './plan.js';

/** What became of a ballot. A retryable code: it is not known whether it was stored. */
export type Fate = 'accepted' | ErrorCode;

/** Tries before a ballot is given up: a minute or so. */
const TRIES = 8;

/**
 * Casts a ballot as its voter's page would: by the same adapter, with a device of its own, sent again
 * with the same key where it is not known whether it was stored. `undefined` where aborted.
 */
export async function castAsVoter(
  backend: string,
  ballot: PlannedBallot,
  signal: AbortSignal,
): Promise<Fate | undefined> {
  const device = { getItem: () => ballot.device, setItem: () => undefined };
  const page = httpAdapter(backend, { storage: () => device });
  for (let tries = 1; !signal.aborted; tries++) {
    try {
      await page.cast(ballot, { signal });
      return 'accepted';
    } catch (thrown) {
      if (signal.aborted) return undefined;
      const error = toElectionError(thrown);
      if (!error.retryable || tries === TRIES) return error.code;
      await pause(backoff(tries - 1, Math.random, error.retryAfter), signal);
    }
  }
  return undefined;
}
