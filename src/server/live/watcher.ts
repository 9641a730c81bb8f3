import type { Sink } from '../platform.js';

/** News made when it is sent to this reader: always the latest. `undefined`: nothing that the reader may see. */
export type News = (reader: Watcher) => Promise<Uint8Array | undefined>;

/**
 * One live connection. A reader who is behind is not queued for: what it missed is remembered by
 * its maker, and made anew, once, when the reader has caught up.
 */
export class Watcher {
  readonly #sink: Sink;
  readonly #missed = new Set<News>();
  #behind = false;
  #ended = false;
  #stalled = false;
  #sentAt = -Infinity;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  /** Sends it now, or remembers to make it later. What has no maker is just left out. */
  send(bytes: Uint8Array, maker?: News): void {
    if (this.#ended) return;
    if (!this.#behind) {
      this.#behind = !this.#sink.write(bytes);
      this.#sentAt = performance.now();
    } else if (maker) this.#missed.add(maker);
  }

  /** Whether it was sent nothing since that instant of `performance.now()`. */
  isQuietSince(instant: number): boolean {
    return this.#sentAt <= instant;
  }

  /** The reader has caught up: sends the latest of what it missed. */
  async caughtUp(): Promise<void> {
    this.#behind = false;
    this.#stalled = false;
    const missed = [...this.#missed];
    this.#missed.clear();
    for (const maker of missed) {
      const bytes = await maker(this);
      if (bytes) this.send(bytes, maker);
    }
  }

  /** Whether the reader was behind at the last call already, and has not caught up since. */
  isStalled(): boolean {
    const stalled = this.#stalled && this.#behind;
    this.#stalled = this.#behind;
    return stalled;
  }

  end(): void {
    this.#ended = true;
    this.#sink.end();
  }
}

/** So many at a stretch, ten milliseconds of a slow machine; then whoever else waits (a vote, above all) gets a turn. */
const STRETCH = 1000;

/** Calls after whatever waits already. Where there are only timers, a millisecond later. */
const later: (callback: () => void) => unknown =
  (globalThis as { readonly setImmediate?: (callback: () => void) => unknown }).setImmediate ?? setTimeout;

/**
 * Sends the same bytes to all of them.
 * @returns the milliseconds that whoever else waited took meanwhile
 */
export async function sendToAll(
  watchers: Iterable<Watcher>,
  bytes: Uint8Array,
  maker?: News,
): Promise<number> {
  let sent = 0;
  let others = 0;
  for (const watcher of watchers) {
    watcher.send(bytes, maker);
    if (++sent % STRETCH > 0) continue;
    const since = performance.now();
    await new Promise<void>(later);
    others += performance.now() - since;
  }
  return others;
}
