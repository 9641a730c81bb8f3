import { carriedClock, type Clock } from '../../model/clock.js';
import type { Id } from '../../model/election.js';
import { ElectionError } from '../../model/errors.js';
import type { Listed } from '../catalogue.js';
import type { OpenStream, SinkEvents } from '../platform.js';
import { Channel, type Sources } from './channel.js';
import { clockEvent, retryHint } from './frames.js';
import { sendToAll, Watcher } from './watcher.js';

/** At most four frames a second for each election; the clock is looked at as often. Milliseconds. */
const TURN = 250;

/** A clock that has gone this far from what was told, in milliseconds of the world, was set anew. */
const DRIFT = 1000;

/** Browsers that were cut off together come back spread over so many milliseconds. */
const RETRY = { least: 1000, most: 5000 };

/** Once a ballot was turned away, nobody new may watch for so many milliseconds: votes come first. */
const GIVING_WAY = 2000;

export interface HubOptions {
  readonly heartbeat: number;
  readonly watchers: number;
}

export interface Subscription {
  readonly listed: Listed;
  /** Whether the watcher has shown the pass. */
  readonly hasVoted: boolean;
}

/** All live connections of this process. Runs one timer, and only while somebody watches. */
export class Hub {
  readonly #sources: Sources;
  readonly #options: HubOptions;
  readonly #turn: number;
  readonly #channels = new Map<Id, Channel>();
  readonly #watchers = new Set<Watcher>();
  #timer: ReturnType<typeof setInterval> | undefined;
  #told: Clock;
  #toldAt = 0;
  #closed = false;
  #givesWayUntil = -Infinity;

  constructor(sources: Sources, options: HubOptions) {
    this.#sources = sources;
    this.#options = options;
    this.#turn = Math.min(TURN, options.heartbeat);
    this.#told = sources.clock;
  }

  /** A tally or an election has changed. */
  note(election: Id, changed: 'tally' | 'election'): void {
    this.#channels.get(election)?.note(changed);
  }

  /** A ballot was turned away: for a while nobody new is let in. */
  giveWay(): void {
    this.#givesWayUntil = performance.now() + GIVING_WAY;
  }

  /**
   * Opens a live connection: the clock at once, then the results that may be seen and have not been.
   * @throws ElectionError `overloaded`: there are as many as may be, votes need the server, or it is shutting down
   */
  admit(
    subscriptions: readonly Subscription[],
    lastSeen: string | null,
    open: (events: SinkEvents) => ReturnType<OpenStream>,
  ): Response {
    const givesWay = performance.now() < this.#givesWayUntil;
    if (this.#closed || givesWay || this.#watchers.size >= this.#options.watchers)
      throw new ElectionError('overloaded', {
        detail: 'No more live connections; ask for the results instead.',
      });
    const { sink, response } = open({
      drained: () => void watcher.caughtUp().catch((thrown: unknown) => this.#failed(subscriptions, thrown)),
      gone: () => this.#leave(watcher, subscriptions),
    });
    const watcher = new Watcher(sink);
    this.#start();
    this.#watchers.add(watcher);
    watcher.send(retryHint(RETRY.least + Math.random() * (RETRY.most - RETRY.least)));
    watcher.send(this.#clockEvent());
    for (const subscription of subscriptions) this.#join(watcher, subscription, lastSeen);
    return response;
  }

  /** Ends all connections, and takes no more. */
  close(): void {
    this.#closed = true;
    clearInterval(this.#timer);
    for (const watcher of this.#watchers) watcher.end();
    for (const channel of this.#channels.values()) channel.close();
    this.#watchers.clear();
    this.#channels.clear();
  }

  #join(watcher: Watcher, { listed, hasVoted }: Subscription, lastSeen: string | null): void {
    const { id } = listed.election;
    const channel = this.#channels.get(id) ?? new Channel(listed, this.#sources, this.#turn);
    this.#channels.set(id, channel);
    channel.join(watcher, hasVoted);
    channel.greet(watcher, hasVoted, lastSeen).catch((thrown: unknown) => {
      channel.note('tally');
      this.#sources.failed(id, thrown);
    });
  }

  #leave(watcher: Watcher, subscriptions: readonly Subscription[]): void {
    this.#watchers.delete(watcher);
    for (const { listed } of subscriptions) {
      const channel = this.#channels.get(listed.election.id);
      channel?.leave(watcher);
      if (!channel?.isEmpty) continue;
      channel.close();
      this.#channels.delete(listed.election.id);
    }
    if (this.#watchers.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #start(): void {
    if (this.#timer !== undefined) return;
    this.#tell();
    this.#timer = setInterval(() => this.#look(), this.#turn);
  }

  #look(): void {
    for (const channel of this.#channels.values()) channel.look();
    const { clock } = this.#sources;
    const before = performance.now() - this.#options.heartbeat;
    const isDue = this.#toldAt <= before;
    const wasSet =
      clock.rate !== this.#told.rate ||
      Math.abs(clock.now() - this.#told.now()) > DRIFT * Math.max(1, clock.rate);
    if (isDue || wasSet) this.#tell();
    const listening = wasSet ? this.#watchers : this.#quietSince(before);
    if (listening.size > 0) void sendToAll(listening, this.#clockEvent());
    if (isDue) this.#cutStalled();
  }

  /** Results tell the clock, too: who has just had some needs no heartbeat, which would keep ten thousand waiting. */
  #quietSince(instant: number): Set<Watcher> {
    const quiet = new Set<Watcher>();
    for (const watcher of this.#watchers) if (watcher.isQuietSince(instant)) quiet.add(watcher);
    return quiet;
  }

  /** A reader who is behind from one heartbeat to the next has gone without a word. */
  #cutStalled(): void {
    for (const watcher of this.#watchers) if (watcher.isStalled()) watcher.end();
  }

  #tell(): void {
    const { clock } = this.#sources;
    this.#told = carriedClock({ now: clock.now(), rate: clock.rate }, () => performance.now());
    this.#toldAt = performance.now();
  }

  #clockEvent(): Uint8Array {
    const { clock } = this.#sources;
    return clockEvent({ now: clock.now(), rate: clock.rate });
  }

  #failed(subscriptions: readonly Subscription[], thrown: unknown): void {
    for (const { listed } of subscriptions) this.#sources.failed(listed.election.id, thrown);
  }
}
