import { ElectionError, toElectionError } from '../../model/errors.js';

export interface RequestOptions extends Omit<RequestInit, 'signal'> {
  readonly fetch: typeof fetch;
  /** Milliseconds until the request is given up. */
  readonly timeout: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * One request for JSON, without cookies; what a cache has is asked for again, and costs little where it
 * stands. Rejects with an `ElectionError`, or with the signal's reason
 * where it is aborted: an answer that comes after that is dropped.
 * @param parse makes sense of a good answer; what it throws is `answer-unreadable`
 */
export async function request<B, T>(
  url: string,
  { fetch, timeout, signal, ...init }: RequestOptions,
  parse: (body: B, headers: Headers) => T,
): Promise<T> {
  const limit = AbortSignal.timeout(timeout);
  const signals = signal ? [signal, limit] : [limit];
  let response: Response | undefined;
  try {
    response = await fetch(url, {
      ...init,
      credentials: 'omit',
      cache: 'no-cache',
      signal: AbortSignal.any(signals),
    });
    if (response.ok) {
      const body = (await response.json()) as B;
      signal?.throwIfAborted();
      return parse(body, response.headers);
    }
  } catch (cause) {
    signal?.throwIfAborted();
    throw new ElectionError(limit.aborted ? 'timeout' : response ? 'answer-unreadable' : 'offline', {
      cause,
    });
  }
  const refused = response;
  const error = await import('./refusal.js').then(({ refusalOf }) => refusalOf(refused), toElectionError);
  signal?.throwIfAborted();
  throw error;
}
