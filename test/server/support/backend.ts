import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../src/model/clock.js';
import type { Choice } from '../../../src/model/choice.js';
import type { Election, Rules } from '../../../src/model/election.js';
import type { LogEntry } from '../../../src/server/log.js';
import type { ServerOptions } from '../../../src/server/options.js';
import { createElectionServer, type ElectionServer } from '../../../src/server/server.js';
import { MemoryStorage } from './memory-storage.js';
import { RULES } from '../../support/rules.js';

export const OPENS = Date.parse('2026-11-01T08:00:00Z');
export const CLOSES = Date.parse('2026-11-30T19:00:00Z');
export const DURING = Date.parse('2026-11-15T12:34:56.789Z');

/** Where the backend of the tests is mounted, and the page that may speak to it. */
export const BASE = 'https://vote.test';
export const PAGE = 'https://brand.test';
export const SECRET = 'a secret of tests, thirty-two bytes long or so';

export function anElection(
  id: string,
  rules: Partial<Rules> = {},
  candidates = ['amina', 'bruno', 'chloe'],
): Election {
  return {
    id,
    lang: 'fr',
    title: 'Qui présidera ?',
    brand: { id: 'maison', name: 'Maison' },
    calendar: {
      voting: new Date(OPENS).toISOString(),
      counting: new Date(CLOSES).toISOString(),
      timeZone: 'Europe/Paris',
    },
    rules: { ...RULES, ...rules },
    candidates: candidates.map((candidate) => ({ id: candidate, name: candidate })),
  };
}

/** A clock that stands still until it is set. */
export class SetClock implements Clock {
  #now: number;
  rate = 1;
  constructor(now: number) {
    this.#now = now;
  }
  now(): number {
    return this.#now;
  }
  set(now: number): void {
    this.#now = now;
  }
}

export interface Backend {
  readonly server: ElectionServer;
  readonly storage: MemoryStorage;
  readonly clock: SetClock;
  readonly log: LogEntry[];
}

/** A backend with these elections, open to `PAGE`, in the middle of the vote. */
export async function aBackend(
  elections: readonly Election[],
  options: Partial<ServerOptions> & { readonly origins?: readonly string[] } = {},
): Promise<Backend> {
  const clock = new SetClock(DURING);
  const storage = new MemoryStorage(() => clock.now());
  for (const election of elections)
    await storage.putElection({ election, origins: options.origins ?? [PAGE] });
  const log: LogEntry[] = [];
  const server = createElectionServer({
    storage,
    clock,
    secret: SECRET,
    log: (entry) => log.push(entry),
    ...options,
  });
  return { server, storage, clock, log };
}

/** A device id that a voter's number gives. */
export const device = (voter: number): string => `voter-${String(voter).padStart(16, '0')}`;

export const plurality = (candidate: string): Choice => ({ method: 'plurality', candidate });

export interface VoteOptions {
  readonly voter?: number;
  readonly key?: string;
  readonly choice?: unknown;
  readonly body?: BodyInit;
  /** `null` takes a header away. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

/** A vote as the page sends it; each part can be spoilt. */
export function aVote(election: string, options: VoteOptions = {}): Request {
  const { voter = 1, key = randomUUID(), choice = plurality('amina') } = options;
  const headers = new Headers({
    'Content-Type': 'application/json',
    'Idempotency-Key': key,
    Authorization: `Device ${device(voter)}`,
    Origin: PAGE,
  });
  for (const [name, value] of Object.entries(options.headers ?? {}))
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  const body = options.body ?? JSON.stringify({ choice });
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers, body, duplex: 'half' };
  return new Request(`${BASE}/elections/${election}/ballots`, init);
}

export const aRead = (
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Request => new Request(`${BASE}${path}`, { method, headers: { Origin: PAGE, ...headers } });
