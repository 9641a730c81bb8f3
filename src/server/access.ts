import { HEADERS } from '../protocol/routes.js';

export type HeaderRecord = Readonly<Record<string, string>>;

/** Whether a page may speak to an election, and the CORS headers of the answer. Never with credentials. */
export interface Access {
  readonly allowed: boolean;
  readonly headers: HeaderRecord;
}

const EXPOSED = `${HEADERS.clock}, Retry-After, ETag`;
/** Any page may read the answer, which is the same for all. */
export const EVERY_PAGE: HeaderRecord = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': EXPOSED,
};
const NO_PAGE: HeaderRecord = { Vary: 'Origin' };

/** Any page may read the answer: it holds nothing of an election. */
export const readable = (origin: string | null): HeaderRecord =>
  origin === null
    ? NO_PAGE
    : { 'Access-Control-Allow-Origin': origin, 'Access-Control-Expose-Headers': EXPOSED, Vary: 'Origin' };

/**
 * @param origin of the asking page; `null` where the request has none: it comes from no other page
 * @param own whether an origin is the backend's own
 * @param allowed the election's list
 *
 * A refused page may read the refusal, so that its developer sees the code rather than "network error".
 */
export function accessOf(
  origin: string | null,
  own: (origin: string) => boolean,
  allowed: readonly string[],
): Access {
  if (allowed.includes('*')) return { allowed: true, headers: EVERY_PAGE };
  if (origin === null) return { allowed: true, headers: NO_PAGE };
  return { allowed: allowed.includes(origin) || own(origin), headers: readable(origin) };
}

/**
 * Whether an origin is the backend's own: that of its public address, or where that is not known, the
 * host that the request was sent to.
 */
export function isOwn(origin: string, request: string, publicOrigin: string | undefined): boolean {
  if (publicOrigin !== undefined) return origin === publicOrigin;
  const { host } = new URL(request);
  return origin === `https://${host}` || origin === `http://${host}`;
}
