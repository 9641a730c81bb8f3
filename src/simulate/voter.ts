import { httpAdapter } from '../adapters/http/http.js';
import { toElectionError, type ErrorCode } from '../model/errors.js';
import type { PlannedBallot } from './plan.js';

/** What became of a ballot. A retryable code: it is not known whether it was stored. */
export type Fate = 'accepted' | ErrorCode;

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
  try {
    await page.cast(ballot, { signal });
    return 'accepted';
  } catch (thrown) {
    return signal.aborted ? undefined : toElectionError(thrown).code;
  }
}
