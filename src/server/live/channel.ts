import type { Clock } from '../../model/clock.js';
import type { Id } from '../../model/election.js';
import { hiddenAt } from '../../model/results.js';
import type { Tally } from '../../model/tally.js';
import { knowsElection } from '../../protocol/live-routes.js';
import type { Listed } from '../catalogue.js';
import { electionEvent, prepareResults, type PreparedResults } from './frames.js';
import { Pace } from './pace.js';
import { sendToAll, type News, type Watcher } from './watcher.js';

export interface Sources {
  readonly clock: Clock;
  tally(election: Id): Promise<Tally>;
  listed(election: Id): Promise<Listed | undefined>;
  /** What could not be read or sent; it is tried again. */
  failed(election: Id, thrown: unknown): void;
}

/** Watchers, each with the version of the results that it was sent last; -1 before the first. */
type Audience = Map<Watcher, number>;

/**
 * Those who watch one election. A commit is sent on at once where none was for a while, and otherwise with
 * those that follow it within the turn. A vote costs a flag; results are read and encoded once a turn,
 * however many votes came in and however many watch. Hidden results are sent to nobody, those hidden
 * until one has voted only to who has shown the pass. Nobody is sent results older than those before.
 */
export class Channel {
  readonly #sources: Sources;
  readonly #pace: Pace;
  readonly #voters: Audience = new Map();
  readonly #others: Audience = new Map();
  #listed: Listed;
  #prepared: Promise<PreparedResults> | undefined;
  /** What is read later may come earlier: the database answers over several connections. */
  #newest: PreparedResults | undefined;
  #seenBy: string;
  /** What all have been sent: where several tell of the same commit, it is sent once. */
  #sent: string | undefined;
  #resultsDue = false;
  #electionDue = false;
  #isTurning = false;
  #isClosed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param turn milliseconds from one frame to the next, at least, on average */
  constructor(listed: Listed, sources: Sources, turn: number) {
    this.#listed = listed;
    this.#sources = sources;
    this.#pace = new Pace(turn);
    this.#seenBy = this.#audience();
  }

  get isEmpty(): boolean {
    return this.#voters.size + this.#others.size === 0;
  }

  join(watcher: Watcher, hasVoted: boolean): void {
    (hasVoted ? this.#voters : this.#others).set(watcher, -1);
  }

  leave(watcher: Watcher): void {
    this.#voters.delete(watcher);
    this.#others.delete(watcher);
  }

  note(changed: 'tally' | 'election'): void {
    this.#resultsDue = true;
    this.#prepared = undefined;
    if (changed === 'election') this.#electionDue = true;
    if (!this.#isTurning) void this.#turn();
  }

  /** Looks at the clock: a change of phase makes results due as a vote does. */
  look(): void {
    const seenBy = this.#audience();
    if (seenBy === this.#seenBy) return;
    this.#seenBy = seenBy;
    this.#sent = undefined;
    this.note('tally');
  }

  /**
   * Sends a watcher who has just come the results, unless it has seen this very version; and where it was here
   * before, that the election has changed, unless it knows that it has not.
   */
  async greet(watcher: Watcher, hasVoted: boolean, lastSeen: string | null): Promise<void> {
    const { election, tag } = this.#listed;
    if (lastSeen !== null && !knowsElection(lastSeen, election.id, tag))
      watcher.send(electionEvent(election.id), this.#newElection);
    if (!this.#shownTo(hasVoted)) return;
    const { id } = await this.#prepare();
    if (id === lastSeen) return;
    const news = hasVoted ? this.#votersResults : this.#othersResults;
    const bytes = await news(watcher);
    if (bytes) watcher.send(bytes, news);
  }

  /** Sends nothing any more. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  /** Sends what is due, and again as long as something is, each in its time. */
  async #turn(): Promise<void> {
    this.#isTurning = true;
    while ((this.#resultsDue || this.#electionDue) && !this.#isClosed) {
      // Even without a wait: those who have voted are answered first.
      await new Promise((resolve) => (this.#timer = setTimeout(resolve, this.#pace.wait())));
      this.#pace.begin();
      let others = 0;
      try {
        if (this.#electionDue) others += await this.#sendElection();
        if (this.#resultsDue) others += await this.#sendResults();
      } catch (thrown) {
        this.#sources.failed(this.#listed.election.id, thrown);
      }
      this.#pace.end(others);
    }
    this.#isTurning = false;
  }

  /** @returns the milliseconds that others had meanwhile, as the next */
  async #sendElection(): Promise<number> {
    const { election, tag } = this.#listed;
    // Before it is read: who changes it meanwhile makes it due again.
    this.#electionDue = false;
    const listed = await this.#sources.listed(election.id).catch((thrown: unknown) => {
      this.#electionDue = true;
      throw thrown;
    });
    if (!listed || listed.tag === tag) return 0;
    this.#listed = listed;
    const bytes = electionEvent(election.id);
    const among = await sendToAll(this.#voters.keys(), bytes, this.#newElection);
    return among + (await sendToAll(this.#others.keys(), bytes, this.#newElection));
  }

  async #sendResults(): Promise<number> {
    this.#resultsDue = false;
    try {
      if (!this.#shownTo(true)) return 0;
      const { id, version, bytes } = await this.#prepare();
      if (id === this.#sent) return 0;
      this.#sent = id;
      const among = await sendToAll(notPast(this.#voters, version), bytes, this.#votersResults);
      if (!this.#shownTo(false)) return among;
      return among + (await sendToAll(notPast(this.#others, version), bytes, this.#othersResults));
    } catch (thrown) {
      this.#resultsDue = true;
      throw thrown;
    }
  }

  readonly #newElection: News = async () => electionEvent(this.#listed.election.id);
  readonly #votersResults: News = (reader) => this.#resultsFor(reader, this.#voters, true);
  readonly #othersResults: News = (reader) => this.#resultsFor(reader, this.#others, false);

  async #resultsFor(reader: Watcher, audience: Audience, hasVoted: boolean): Promise<Uint8Array | undefined> {
    if (!this.#shownTo(hasVoted)) return undefined;
    const { version, bytes } = await this.#prepare();
    if (audience.has(reader)) audience.set(reader, version);
    return bytes;
  }

  /** Read and encoded once for all, until something changes. */
  #prepare(): Promise<PreparedResults> {
    if (this.#prepared) return this.#prepared;
    const preparing = this.#read();
    this.#prepared = preparing;
    preparing.catch(() => {
      if (this.#prepared === preparing) this.#prepared = undefined;
    });
    return preparing;
  }

  /** The clock first: whatever was committed before that instant is counted. */
  async #read(): Promise<PreparedResults> {
    const { clock } = this.#sources;
    const reading = { now: clock.now(), rate: clock.rate };
    const { election, tag } = this.#listed;
    const read = prepareResults(election.id, tag, await this.#sources.tally(election.id), reading);
    if (!this.#newest || this.#newest.version <= read.version) this.#newest = read;
    return this.#newest;
  }

  #shownTo(hasVoted: boolean): boolean {
    return hiddenAt(this.#listed.election, this.#sources.clock.now(), hasVoted) === false;
  }

  #audience(): string {
    return `${this.#shownTo(true)} ${this.#shownTo(false)}`;
  }
}

/** Those who have not been sent a later version: who came or caught up meanwhile has been. */
function* notPast(audience: Audience, version: number): Iterable<Watcher> {
  for (const [watcher, sent] of audience) {
    if (sent > version) continue;
    audience.set(watcher, version);
    yield watcher;
  }
}
