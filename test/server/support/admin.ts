/** A backend with an admin, on a real database, and somebody who is signed in. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Election } from '../../../src/model/election.js';
import { SESSION_COOKIE } from '../../../src/protocol/admin-routes.js';
import type { AdminOptions } from '../../../src/server/admin/admin.js';
import type { LogEntry } from '../../../src/server/log.js';
import type { Mail } from '../../../src/server/mail/mailer.js';
import { nodeHmac } from '../../../src/server/node.js';
import type { ServerOptions } from '../../../src/server/options.js';
import { createElectionServer } from '../../../src/server/server.js';
import { BASE, DURING, PAGE, SECRET, SetClock } from './backend.js';
import { openSqliteHere } from './sqlite-here.js';

export const OWNER = { id: 'zoe', email: 'zoe@brand.test', name: 'Zoé', role: 'owner' };
export const MODERATOR = { id: 'max', email: 'max@brand.test', name: 'Max', role: 'moderator' };
export const READER = { id: 'rim', email: 'rim@brand.test', name: 'Rim', role: 'reader' };

export interface AskOptions {
  readonly body?: unknown;
  readonly cookie?: string | undefined;
  /** `null` takes a header away. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

/** Mails stay in a list, or fail while `mailFails` says so; the wall's clock stands until it is set. */
export async function anAdmin(
  t: TestContext,
  elections: readonly Election[] = [],
  given: Partial<AdminOptions> = {},
  more: Pick<ServerOptions, 'media' | 'publicUrl'> = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'voix-admin-'));
  const clock = new SetClock(DURING);
  const wall = new SetClock(DURING);
  const mails: Mail[] = [];
  const failing = { reason: undefined as string | undefined };
  const log: LogEntry[] = [];
  const storage = await openSqliteHere(join(folder, 'voix.db'), { now: () => clock.now() });
  const server = createElectionServer({
    storage,
    clock,
    secret: SECRET,
    hmac: nodeHmac,
    log: (entry) => log.push(entry),
    turn: 3_600_000,
    ...more,
    admin: {
      mailer: {
        delivery: 'folder',
        send: async (mail) => {
          if (failing.reason !== undefined) throw new Error(failing.reason);
          mails.push(mail);
        },
      },
      now: () => wall.now(),
      ...given,
    },
  });
  for (const election of elections) await storage.putElection({ election, origins: [PAGE] });
  const { topics } = storage;
  assert.ok(topics);
  for (const person of [OWNER, MODERATOR, READER]) await topics.people.add(person, null, DURING);
  t.after(async () => {
    await server.close();
    await storage.close();
    await rm(folder, { recursive: true });
  });

  const ask = (path: string, { body, cookie, headers = {} }: AskOptions = {}): Promise<Response> => {
    const all = new Headers({ Origin: BASE, 'Sec-Fetch-Site': 'same-origin' });
    if (body !== undefined) all.set('Content-Type', 'application/json');
    if (cookie !== undefined) all.set('Cookie', cookie);
    for (const [name, value] of Object.entries(headers))
      if (value === null) all.delete(name);
      else all.set(name, value);
    const write = body !== undefined && { method: 'POST', body: JSON.stringify(body) };
    return server.fetch(new Request(BASE + path, { headers: all, ...write }));
  };

  /** Asks for a code and reads it in the mail. */
  async function codeFor(email: string): Promise<string> {
    const answer = await ask('/admin/sign-in/send-code', { body: { email } });
    assert.equal(answer.status, 200);
    const text = mails.findLast(({ to }) => to === email)?.text ?? '';
    return /\d{6}/.exec(text)?.[0] ?? '';
  }

  /** @returns the cookie */
  async function signIn({ email } = OWNER): Promise<string> {
    const answer = await ask('/admin/sign-in/code', { body: { email, code: await codeFor(email) } });
    assert.equal(answer.status, 200);
    return cookieIn(answer);
  }

  return { server, storage, topics, clock, wall, mails, failing, log, ask, codeFor, signIn };
}

/** The cookie of an answer, as a browser sends it back. */
export function cookieIn(answer: Response): string {
  const [cookie = ''] = (answer.headers.get('Set-Cookie') ?? '').split(';');
  assert.ok(cookie.startsWith(`${SESSION_COOKIE}=`));
  return cookie;
}
