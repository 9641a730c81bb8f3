import type { Clock } from '../../model/clock.js';
import type { Id } from '../../model/election.js';
import { hiddenAt } from '../../model/results.js';
import type { Tally } from '../../model/tally.js';
import type { Listed } from '../catalogue.js';
import { electionEvent, prepareResults, resultsEvent, type PreparedResults } from './frames.js';
import { sendToAll, type News, type Watcher } from './watcher.js';

export interface Sources {
  readonly clock: Clock;
  tally(election: Id): Promise<Tally>;
  listed(election: Id): Promise<Listed | undefined>;
}

/**
 * Those who watch one election. A vote costs it one flag; results are read and encoded once a turn,
 * however many votes came in and however many watch. Hidden results are sent to nobody, those hidden
 * until one has voted only to who has shown the pass.
 */
export class Channel {
  readonly #sources: Sources;
  readonly #voters = new Set<Watcher>();
  readonly #others = new Set<Watcher>();
  #listed: Listed;
  #prepared: Promise<PreparedResults> | undefined;
  #seenBy: string;
  #resultsDue = false;
  #electionDue = false;
  #busy = false;

  constructor(listed: Listed, sources: Sources) {
    this.#listed = listed;
    this.#sources = sources;
    this.#seenBy = this.#audience();
  }

  get isEmpty(): boolean {
    return this.#voters.size + this.#others.size === 0;
  }

  join(watcher: Watcher, hasVoted: boolean): void {
    (hasVoted ? this.#voters : this.#others).add(watcher);
  }

  leave(watcher: Watcher): void {
    this.#voters.delete(watcher);
    this.#others.delete(watcher);
  }

  note(changed: 'tally' | 'election'): void {
    this.#resultsDue = true;
    this.#prepared = undefined;
    if (changed === 'election') this.#electionDue = true;
  }

  /** Sends a watcher who has just come the results, unless it has seen this very version. */
  async greet(watcher: Watcher, hasVoted: boolean, lastSeen: string | null): Promise<void> {
    if (!this.#shownTo(hasVoted)) return;
    const prepared = await this.#prepare();
    if (prepared.id !== lastSeen) watcher.send(this.#encode(prepared), this.#newsFor(hasVoted));
  }

  /**
   * Sends what is due; a change of phase, seen by the clock, makes results due as a vote does.
   * What could not be sent, because the storage failed, stays due.
   */
  async turn(): Promise<void> {
    if (this.#busy) return;
    const seenBy = this.#audience();
    if (seenBy !== this.#seenBy) this.#resultsDue = true;
    this.#seenBy = seenBy;
    this.#busy = true;
    try {
      if (this.#electionDue) await this.#sendElection();
      if (this.#resultsDue) await this.#sendResults();
    } finally {
      this.#busy = false;
    }
  }

  async #sendElection(): Promise<void> {
    const { election, tag } = this.#listed;
    const listed = await this.#sources.listed(election.id);
    this.#electionDue = false;
    if (!listed || listed.tag === tag) return;
    this.#listed = listed;
    const bytes = electionEvent(election.id);
    await sendToAll(this.#voters, bytes, this.#newElection);
    await sendToAll(this.#others, bytes, this.#newElection);
  }

  async #sendResults(): Promise<void> {
    this.#resultsDue = false;
    try {
      const bytes = await this.#votersResults();
      if (!bytes) return;
      await sendToAll(this.#voters, bytes, this.#votersResults);
      if (this.#shownTo(false)) await sendToAll(this.#others, bytes, this.#othersResults);
    } catch (thrown) {
      this.#resultsDue = true;
      throw thrown;
    }
  }

  readonly #newElection: News = async () => electionEvent(this.#listed.election.id);
  readonly #votersResults: News = async () =>
    this.#shownTo(true) ? this.#encode(await this.#prepare()) : undefined;
  readonly #othersResults: News = async () =>
    this.#shownTo(false) ? this.#encode(await this.#prepare()) : undefined;

  #newsFor(hasVoted: boolean): News {
    return hasVoted ? this.#votersResults : this.#othersResults;
  }

  #prepare(): Promise<PreparedResults> {
    if (this.#prepared) return this.#prepared;
    const { id } = this.#listed.election;
    const preparing = this.#sources.tally(id).then((tally) => prepareResults(id, tally));
    this.#prepared = preparing;
    preparing.catch(() => {
      if (this.#prepared === preparing) this.#prepared = undefined;
    });
    return preparing;
  }

  #encode(prepared: PreparedResults): Uint8Array {
    const { clock } = this.#sources;
    return resultsEvent(prepared, { now: clock.now(), rate: clock.rate });
  }

  #shownTo(hasVoted: boolean): boolean {
    return hiddenAt(this.#listed.election, this.#sources.clock.now(), hasVoted) === false;
  }

  #audience(): string {
    return `${this.#shownTo(true)} ${this.#shownTo(false)}`;
  }
}
