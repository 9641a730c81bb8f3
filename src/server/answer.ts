import { ERRORS, type ElectionError, type ErrorCode } from '../model/errors.js';
import type { Clock } from '../model/clock.js';
import { DEVICE_SCHEME, HEADERS } from '../protocol/routes.js';
import { PROBLEM_JSON, STATUS, type Problem } from '../protocol/status.js';
import type { HeaderRecord } from './access.js';

/** On every answer: it is data, for whichever page the election allows, and never a document. */
const SAFE: HeaderRecord = {
  'Content-Type': 'application/json',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** The headers of every answer; `more` wins. (`Object.assign`: spreading these costs twenty times as much.) */
export const headersOf = (clock: Clock, cors: HeaderRecord, more?: HeaderRecord): Record<string, string> =>
  Object.assign({ [HEADERS.clock]: `${Math.round(clock.now())} ${clock.rate}` }, SAFE, cors, more);

export function answer(
  { clock }: { readonly clock: Clock },
  { cors }: { readonly cors: HeaderRecord },
  body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>> | null,
  { status = 200, headers }: { readonly status?: number; readonly headers?: HeaderRecord } = {},
): Response {
  return new Response(body, { status, headers: headersOf(clock, cors, headers) });
}

/**
 * How long an answer that everyone may see is good for. One second in a shared cache (a CDN), and one
 * more while it asks again; a browser asks each time. In a rehearsal a second may be an hour: not at all.
 */
export const publicFor = (clock: Clock): string =>
  clock.rate === 1 ? 'public, max-age=0, s-maxage=1, stale-while-revalidate=1' : 'no-store';

/** Whether the asker has this version already (RFC 9110 §13.1.2: compared weakly). */
export function isKnown(request: Request, etag: string): boolean {
  const known = request.headers.get('If-None-Match');
  if (known === null) return false;
  const strong = etag.replace(/^W\//, '');
  return known.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === strong);
}

export const statusOf = (code: ErrorCode): number => STATUS[code] ?? 500;

/** Seconds to wait where the error does not say. */
const RETRY_AFTER = 1;

/** The error as RFC 9457 has it: its code and its detail, and nothing of what caused it. */
export function problem(
  services: { readonly clock: Clock },
  call: { readonly cors: HeaderRecord },
  error: ElectionError,
  { headers, instance }: { readonly headers?: HeaderRecord; readonly instance?: string } = {},
): Response {
  const status = statusOf(error.code);
  const body: Problem = {
    type: `urn:voix:error:${error.code}`,
    title: ERRORS[error.code],
    status,
    code: error.code,
    ...(error.detail !== undefined && { detail: error.detail }),
    ...(instance !== undefined && { instance }),
  };
  const more: Record<string, string> = { 'Content-Type': PROBLEM_JSON, ...headers };
  if (status === 401 && error.code !== 'sign-in-needed') more['WWW-Authenticate'] = DEVICE_SCHEME;
  if (status === 503)
    more['Retry-After'] = String(
      error.retryAfter === undefined ? RETRY_AFTER : Math.ceil(error.retryAfter / 1000),
    );
  return answer(services, call, JSON.stringify(body), { status, headers: more });
}
