import type { Adapter, WatchOptions } from '../../src/adapters/adapter.js';
import type { CallOptions } from '../../src/model/call-options.js';
import type { Ballot, Receipt } from '../../src/model/ballot.js';
import { ElectionError, type ErrorCode } from '../../src/model/errors.js';
import type { ResultsFrame } from '../../src/model/results.js';

/** A call that waits on the line until a test decides what becomes of it, and when. */
class Call {
  readonly #work: () => Promise<unknown>;
  readonly #resolve: (value: unknown) => void;
  readonly #reject: (reason: unknown) => void;
  #reached: Promise<unknown> | undefined;

  constructor(
    work: () => Promise<unknown>,
    resolve: (value: unknown) => void,
    reject: (reason: unknown) => void,
  ) {
    this.#work = work;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  /** The backend does its work; its answer is still on the way. A page that is gone does not keep it from that. */
  reach(): void {
    this.#reached ??= this.#work();
    this.#reached.catch(() => undefined);
  }

  /** The page hears what the backend says. */
  answer(): void {
    this.reach();
    this.#reached?.then(this.#resolve, this.#reject);
  }

  /** The page hears of a failure, whatever the backend has done. */
  fail(code: ErrorCode): void {
    this.#reject(new ElectionError(code));
  }
}

/** A line between the page and the backend on which a test holds every call, and every frame, in its hand. */
export class Line {
  readonly calls: Call[] = [];
  readonly sent: Ballot[] = [];
  readonly stored = new Map<string, Receipt>();
  readonly frames: ResultsFrame[] = [];
  readonly watchers = new Set<WatchOptions>();
  readonly #heedless: boolean;

  /** @param heedless answers come even to calls that were aborted */
  constructor(heedless: boolean) {
    this.#heedless = heedless;
  }

  through(backend: Adapter): Adapter {
    backend.watch('e', { onResults: (frame) => this.frames.push(frame) });
    return {
      supports: backend.supports,
      election: (id, options) => this.#hold(options, () => backend.election(id, { pass: options?.pass })),
      results: (id, options) => this.#hold(options, () => backend.results(id, { pass: options?.pass })),
      ownBallot: (id, options) => this.#hold(options, () => backend.ownBallot(id)),
      elections: (options) => this.#hold(options, () => backend.elections()),
      cast: (ballot, options) => {
        this.sent.push(ballot);
        return this.#hold(options, async () => {
          const receipt = await backend.cast(ballot);
          this.stored.set(receipt.ballot, receipt);
          return receipt;
        });
      },
      watch: (_election, options) => {
        this.watchers.add(options);
        return () => void this.watchers.delete(options);
      },
    };
  }

  /** Takes a call off the line, the nth of those that wait. */
  take(n: number): Call | undefined {
    return this.calls.splice(n % Math.max(1, this.calls.length), 1)[0];
  }

  #hold<T>(options: CallOptions | undefined, work: () => Promise<T>): Promise<T> {
    const signal = options?.signal;
    let abort = () => {};
    const held = new Promise<unknown>((resolve, reject) => {
      abort = () => reject(signal?.reason as Error);
      if (!this.#heedless) signal?.addEventListener('abort', abort);
      this.calls.push(new Call(work, resolve, reject));
    });
    return held.finally(() => signal?.removeEventListener('abort', abort)) as Promise<T>;
  }
}
