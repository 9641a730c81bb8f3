import { backoff } from '../model/backoff.js';
import { ERRORS, ElectionError, type ErrorCode } from '../model/errors.js';
import { addressOf, DEVICE_SCHEME, HEADERS, ROUTES } from '../protocol/routes.js';
import type { PlannedBallot } from './plan.js';

/** What became of a ballot: `stored` now, `repeated` (it was there already), or refused, with the code. */
export type Fate = 'stored' | 'repeated' | ErrorCode;

/** Milliseconds that one request may take. */
const TIMEOUT = 10_000;
/** Tries before a ballot is given up: about a minute. */
const TRIES = 10;

/**
 * Casts a ballot as its voter's page would: one POST, sent again with the same key where it is not
 * known whether it was stored.
 * @throws the signal's reason, where aborted; nothing else
 */
export async function castOnce(backend: string, ballot: PlannedBallot, signal: AbortSignal): Promise<Fate> {
  for (let tries = 1; ; tries++) {
    const failed = await send(backend, ballot, signal);
    if (typeof failed === 'string') return failed;
    if (!failed.retryable || tries === TRIES) return failed.code;
    await pause(backoff(tries - 1, Math.random, failed.retryAfter), signal);
  }
}

async function send(backend: string, ballot: PlannedBallot, signal: AbortSignal): Promise<Fate | ElectionError> {
  try {
    const response = await fetch(backend + addressOf(ROUTES.ballots, ballot.election), {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `${DEVICE_SCHEME} ${ballot.device}`,
        [HEADERS.key]: ballot.key,
      },
      body: JSON.stringify({ choice: ballot.choice }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]),
    });
    const answer = await response.text();
    if (response.ok) return response.status === 201 ? 'stored' : 'repeated';
    const seconds = Number(response.headers.get('Retry-After') ?? 0);
    return new ElectionError(codeIn(answer), seconds > 0 ? { retryAfter: seconds * 1000 } : {});
  } catch (cause) {
    signal.throwIfAborted();
    return new ElectionError(cause instanceof DOMException && cause.name === 'TimeoutError' ? 'timeout' : 'offline', { cause });
  }
}

/** The code of a problem; `answer-unreadable` where it is none. */
function codeIn(answer: string): ErrorCode {
  try {
    const problem = JSON.parse(answer) as { code?: unknown } | null;
    const code = problem?.code;
    return typeof code === 'string' && Object.hasOwn(ERRORS, code) ? (code as ErrorCode) : 'answer-unreadable';
  } catch (error) {
    if (error instanceof SyntaxError) return 'answer-unreadable';
    throw error;
  }
}

/** Waits, or rejects with the signal's reason. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', stop, { once: true });
  });
}
