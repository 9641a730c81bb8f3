import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Id } from '../../model/election.js';
import type { Changes } from './changes.js';
import type { HeadRow } from './schema.js';

/** How often the heads are looked at, ms. */
const LOOK = 5000;
/** The first and the longest wait before connecting again, ms. */
const AGAIN = { first: 100, longest: 5000 };
const CHANNEL = 'voix';

/** What a process says of an election, in a NOTIFY. */
export const noticeOf = (process: string, changed: 'tally' | 'election', election: Id): string =>
  `${process} ${changed} ${election}`;

/**
 * Hears what other processes change.
 *
 * Guarantees: a change is told at least once. By NOTIFY, at once; where that never came (its sender died
 * after the commit), by the next look at the heads; where the connection was lost meanwhile, once it is
 * there again, for every election, as everything may have changed.
 */
export class Listener {
  readonly #config: pg.ClientConfig;
  readonly #process: string;
  readonly #changes: Changes;
  readonly #closing = new AbortController();
  readonly #versions = new Map<Id, number>();
  #running: Promise<void> = Promise.resolve();

  /** @param process this one's name in its own notices, which it need not hear */
  constructor(config: pg.ClientConfig, process: string, changes: Changes) {
    this.#config = config;
    this.#process = process;
    this.#changes = changes;
  }

  /** Resolves once whatever is committed from now on is heard. */
  async open(): Promise<void> {
    const client = await this.#connect(({ election, version }) => this.#versions.set(election, version));
    this.#running = this.#run(client);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#running;
  }

  async #run(first: pg.Client): Promise<void> {
    let client: pg.Client | undefined = first;
    let wait = AGAIN.first;
    while (!this.#closing.signal.aborted) {
      try {
        client ??= await this.#connect(({ election }) => this.#changes.tell(election, 'election'));
        wait = AGAIN.first;
        await this.#follow(client);
      } catch {
        // Lost, or not there yet: the loop connects again, and then everything is told.
        await client?.end().catch(() => undefined);
        client = undefined;
        await this.#pause(wait * (0.5 + Math.random() / 2), this.#closing.signal);
        wait = Math.min(wait * 2, AGAIN.longest);
      }
    }
    await client?.end();
  }

  /** Rejects when the connection is lost; resolves on closing. */
  async #follow(client: pg.Client): Promise<void> {
    const gone = new AbortController();
    client.once('end', () => gone.abort());
    const either = AbortSignal.any([gone.signal, this.#closing.signal]);
    while (!this.#closing.signal.aborted) {
      await this.#pause(LOOK, either);
      if (!this.#closing.signal.aborted) await this.#look(client);
    }
  }

  async #look(client: pg.Client): Promise<void> {
    for (const { election, version } of await headsSeenBy(client)) {
      const before = this.#versions.get(election);
      if (before !== version) this.#changes.tell(election, before === undefined ? 'election' : 'tally');
      this.#versions.set(election, version);
    }
  }

  /** @param seen called with each election, once nothing that happens to it is missed */
  async #connect(seen: (head: Seen) => void): Promise<pg.Client> {
    const client = new pg.Client(this.#config);
    // A query then under way rejects, and `end` follows: nothing is left to be done here.
    client.on('error', () => undefined);
    client.on('notification', ({ payload = '' }) => this.#hear(payload));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      for (const head of await headsSeenBy(client)) seen(head);
      return client;
    } catch (error) {
      await client.end();
      throw error;
    }
  }

  #hear(notice: string): void {
    const [process, changed, election] = notice.split(' ');
    if (process === this.#process || !election) return;
    if (changed === 'tally' || changed === 'election') this.#changes.tell(election, changed);
  }

  #pause(ms: number, signal: AbortSignal): Promise<void> {
    return delay(ms, undefined, { signal }).catch(() => undefined);
  }
}

type Seen = Pick<HeadRow, 'election' | 'version'>;

async function headsSeenBy(client: pg.Client): Promise<Seen[]> {
  const { rows } = await client.query<Seen>('SELECT election, version FROM heads');
  return rows;
}
