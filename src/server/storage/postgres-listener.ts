import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Id } from '../../model/election.js';
import type { Changes } from './changes.js';
import { headsSeenBy, Looker } from './postgres-looker.js';

/** How often the heads are looked at, ms: where notices are heard; and where they are not. */
const LOOK = 5000;
const POLL = 250;
/** Where no notices are heard, the elections are looked at, too, once in so many looks at the heads. */
const ELECTIONS = LOOK / POLL;
/** How long one's own notice may take before notices count as not heard, ms. */
const PROBE = 2000;
/** The first and the longest wait before connecting again, ms. */
const AGAIN = { first: 100, longest: 5000 };
const CHANNEL = 'voix';

/** What a process says of an election, in a NOTIFY. */
export const noticeOf = (process: string, changed: 'tally' | 'election' | 'probe', election: Id): string =>
  `${process} ${changed} ${election}`;

/** Sends notices, on another connection than the listener's. */
export type Notify = (notices: readonly string[]) => Promise<unknown>;

/**
 * Hears what other processes change.
 *
 * Guarantees: a change is told at least once. By NOTIFY, at once; where that never came (its sender died
 * after the commit), by the next look at the heads; where the connection was lost meanwhile, once it is
 * there again, for every election, as everything may have changed.
 *
 * An engine that speaks Postgres without LISTEN, and a pooler that lends connections by the transaction, let
 * no notice through: then the heads are looked at four times a second, the elections every five seconds.
 */
export class Listener {
  readonly #config: pg.ClientConfig;
  readonly #process: string;
  readonly #changes: Changes;
  readonly #closing = new AbortController();
  readonly #looker: Looker;
  #hears = true;
  #hearsOneself: () => void = () => undefined;
  #running: Promise<void> = Promise.resolve();

  /** @param process this one's name in its own notices, which it need not hear */
  constructor(config: pg.ClientConfig, process: string, changes: Changes) {
    this.#config = config;
    this.#process = process;
    this.#changes = changes;
    this.#looker = new Looker(changes);
  }

  /** Whether notices come through; known once it is open. */
  get hears(): boolean {
    return this.#hears;
  }

  /** Resolves once whatever is committed from now on is heard. */
  async open(notify: Notify): Promise<void> {
    const client = await this.#connect();
    try {
      await this.#looker.lookAtHeads(client);
      if (this.#hears) this.#hears = await this.#isHeard(notify);
      if (!this.#hears) await this.#looker.lookAtElections(client);
    } catch (error) {
      await client.end();
      throw error;
    }
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
        client ??= await this.#connectAgain();
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
    for (let looks = 1; !this.#closing.signal.aborted; looks++) {
      await this.#pause(this.#hears ? LOOK : POLL, either);
      if (this.#closing.signal.aborted) return;
      await this.#looker.lookAtHeads(client);
      if (!this.#hears && looks % ELECTIONS === 0) await this.#looker.lookAtElections(client);
    }
  }

  /** What is sent on one connection has to be heard on the other. */
  async #isHeard(notify: Notify): Promise<boolean> {
    const heard = new AbortController();
    this.#hearsOneself = () => heard.abort();
    const sent = await notify([noticeOf(this.#process, 'probe', '')]).catch(refused);
    if (sent !== REFUSED) await this.#pause(PROBE, AbortSignal.any([heard.signal, this.#closing.signal]));
    return heard.signal.aborted;
  }

  /** Resolves once nothing that happens is missed, where notices are heard. */
  async #connect(): Promise<pg.Client> {
    const client = new pg.Client(this.#config);
    // A query then under way rejects, and `end` follows: nothing is left to be done here.
    client.on('error', () => undefined);
    client.on('notification', ({ payload = '' }) => this.#hear(payload));
    try {
      await client.connect();
      if (this.#hears && (await client.query(`LISTEN ${CHANNEL}`).catch(refused)) === REFUSED)
        this.#hears = false;
      return client;
    } catch (error) {
      await client.end();
      throw error;
    }
  }

  async #connectAgain(): Promise<pg.Client> {
    const client = await this.#connect();
    for (const { election } of await headsSeenBy(client)) this.#changes.tell(election, 'election');
    return client;
  }

  #hear(notice: string): void {
    const [process, changed, election] = notice.split(' ');
    if (process === this.#process) return void (changed === 'probe' && this.#hearsOneself());
    if (!election) return;
    if (changed === 'tally' || changed === 'election') this.#changes.tell(election, changed);
  }

  #pause(ms: number, signal: AbortSignal): Promise<void> {
    return delay(ms, undefined, { signal }).catch(() => undefined);
  }
}

const REFUSED = Symbol('refused');

/** The database has answered, but it knows no such command (classes 0A and 42). */
function refused(error: unknown): typeof REFUSED {
  if (error instanceof pg.DatabaseError && /^(0A|42)/.test(error.code ?? '')) return REFUSED;
  throw error;
}
