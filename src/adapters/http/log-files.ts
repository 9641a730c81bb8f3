import { ElectionError } from '../../model/errors.js';
import type { Id } from '../../model/election.js';
import type { LogSource } from '../../model/results.js';
import { addressOf, ROUTES } from '../../protocol/routes.js';
import { refusalOf } from './refusal.js';

/**
 * The files of an election's log, on the backend at this address. Those that never change come out of the browser's
 * cache.
 * @param timeout milliseconds until a request is given up
 */
export function logFiles(
  backend: string,
  election: Id,
  fetch: typeof globalThis.fetch,
  timeout: number,
): LogSource {
  const address = `${backend + addressOf(ROUTES.election, election)}/log/`;
  return {
    address,
    async read(file) {
      const signal = AbortSignal.timeout(timeout);
      let response: Response;
      try {
        response = await fetch(address + file, { credentials: 'omit', signal });
        if (response.ok) return new Uint8Array(await response.arrayBuffer());
      } catch (cause) {
        throw new ElectionError(signal.aborted ? 'timeout' : 'offline', { cause });
      }
      throw await refusalOf(response);
    },
  };
}
