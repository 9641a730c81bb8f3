import { backoff } from '../model/backoff.js';
import { toElectionError, type ElectionError } from '../model/errors.js';
import type { Environment } from './environment.js';

/** Resolves when the environment says that the time is over, or sooner where the signal says stop. */
export function pause({ after }: Environment, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      stop();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const stop = after(ms, done);
    signal.addEventListener('abort', done);
  });
}

/**
 * Runs a task again and again, ever more slowly, until it succeeds or is refused for good. A failure is
 * told, the same one in a row but once. Resolves with `undefined` where it was refused or the signal said stop: an answer that comes
 * after that is dropped.
 */
export async function persist<T>(
  environment: Environment,
  signal: AbortSignal,
  task: () => Promise<T>,
  onFailure?: (error: ElectionError) => void,
): Promise<T | undefined> {
  let last: ElectionError | undefined;
  for (let tries = 0; !signal.aborted; tries++) {
    try {
      const answer = await task();
      if (!signal.aborted) return answer;
    } catch (thrown) {
      if (signal.aborted) break;
      const error = toElectionError(thrown);
      if (error.code !== last?.code) onFailure?.((last = error));
      if (!error.retryable) break;
      await pause(environment, backoff(tries, environment.random, error.retryAfter), signal);
    }
  }
  return undefined;
}
