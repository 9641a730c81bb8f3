import { ElectionError } from '../../model/errors.js';
import { ROLES, type Role } from '../../protocol/admin/people.js';
import { SESSION_COOKIE } from '../../protocol/admin-routes.js';
import { base64url } from '../../log/base64.js';
import { ownOrigin, type Call, type Services } from '../call.js';
import { adminOf } from './admin.js';
import type { Topics } from '../storage/topics.js';

type StoredPerson = Awaited<ReturnType<Topics['people']['all']>>[number];

/** A session ends twelve hours after the sign-in, or two after the last act. Ms. */
const SESSION = 12 * 3_600_000;
const IDLE = 2 * 3_600_000;
/** That somebody is there is written once a minute. */
const TOUCH = 60_000;

/** Who is signed in, and by which session. */
export interface Signed extends StoredPerson {
  readonly role: Role;
  /** What the storage knows the session by. */
  readonly session: string;
}

/**
 * Nobody else's page may ask: no CORS header is ever given, the cookie goes with requests of the same site only, and
 * what a browser says of where a request comes from must be the admin's own origin. A write must say it.
 * @throws ElectionError `origin-refused`
 */
export function assertOwnPage(services: Services, call: Call): void {
  call.cors = { Vary: 'Origin' };
  const { method, headers } = call.request;
  const site = headers.get('Sec-Fetch-Site');
  const isRead = method === 'GET' || method === 'HEAD';
  const mayLackOrigin = isRead && (site === null || site === 'same-origin' || site === 'none');
  const isOwn = call.origin === null ? mayLackOrigin : ownOrigin(services, call)(call.origin);
  if (!isOwn || (site !== null && site !== 'same-origin' && site !== 'none'))
    throw new ElectionError('origin-refused');
}

/**
 * Who is signed in and may do this. To be asked before anything else of the call.
 * @param least the least role that may
 * @throws ElectionError `unsupported`, `origin-refused`, `sign-in-needed`, `not-allowed`
 */
export async function requireAdmin(services: Services, call: Call, least: Role): Promise<Signed> {
  const signed = await signedIn(services, call);
  if (!signed) throw new ElectionError('sign-in-needed');
  if (ROLES.indexOf(signed.role) < ROLES.indexOf(least))
    throw new ElectionError('not-allowed', { detail: `This needs the role of ${least}.` });
  return signed;
}

/** @throws ElectionError `unsupported`, `origin-refused` */
export async function signedIn(services: Services, call: Call): Promise<Signed | undefined> {
  const { topics, now } = adminOf(services);
  assertOwnPage(services, call);
  const token = tokenIn(call.request.headers.get('Cookie'));
  if (token === undefined) return undefined;
  const session = await hashOf(token);
  const at = now();
  const open = await topics.signIns.session(session, at, IDLE);
  if (!open) return undefined;
  const role = ROLES.find((one) => one === open.person.role);
  if (!role) return undefined;
  if (at - open.seen >= TOUCH) await topics.signIns.touch(session, open.person.id, at);
  return { ...open.person, role, session };
}

/** A session that is about to begin, and the cookie that will be its only key: 256 random bits, of which a hash is kept. */
export async function newSession(at: number) {
  const token = base64url(crypto.getRandomValues(new Uint8Array(32)));
  const session = { id: await hashOf(token), at, expires: at + SESSION };
  return { session, cookie: cookieOf(token, SESSION / 1000) };
}

/** Takes the cookie away. */
export const noCookie = cookieOf('', 0);

function cookieOf(token: string, seconds: number): Readonly<Record<string, string>> {
  return {
    'Set-Cookie': `${SESSION_COOKIE}=${token}; Path=/; Max-Age=${seconds}; Secure; HttpOnly; SameSite=Strict`,
  };
}

function tokenIn(header: string | null): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const [name, value = ''] = part.trim().split('=');
    if (name === SESSION_COOKIE && /^[\w-]{43}$/.test(value)) return value;
  }
  return undefined;
}

async function hashOf(token: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  return base64url(new Uint8Array(digest));
}
