import type { Clock } from '../../model/clock.js';
import type { Id } from '../../model/election.js';
import { ElectionError } from '../../model/errors.js';
import { isFrom, phaseAt } from '../../model/phase.js';
import type { Catalogue, Listed } from '../catalogue.js';
import type { Logs } from '../signing/logs.js';
import type { SignedLog } from '../signing/signed-log.js';
import { isStale } from '../signing/stale.js';
import type { LogStorage } from '../storage/log-storage.js';
import type { Storage } from '../storage/storage.js';
import type { Refusals } from './refusals.js';
import type { Rounds } from './rounds.js';
import { closeOf, proclamationOf, type Proclamation } from './statements.js';

export interface ClerkOptions {
  readonly storage: Storage;
  readonly log: LogStorage;
  /** Where the server signs nothing, there are no marks to raise and no witnesses to ask. */
  readonly logs: Logs | undefined;
  readonly rounds: Rounds;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly refusals: Refusals;
  /** A log has grown without anybody's telling this process: another one wrote. */
  readonly onGrowth: (election: Id) => void;
  readonly onFailure: (election: Id | undefined, thrown: unknown) => void;
}

/** What the clerk remembers of one election. */
interface Course {
  /** At the end of the last turn. */
  size: number;
  /** Whether this process was told of a change since. */
  isHeard: boolean;
  isClosed: boolean;
  isStale: boolean;
  /** The size of the log whose last proclamation is what its tally says. */
  proclaimedAt: number;
}

/** Entries read at once on the way back to the last proclamation. */
const PAGE = 256;

/**
 * Does what is due whether anybody asks or not: writes the close and the proclamation, raises the mark beside the
 * key, has checkpoints co-signed. Every process of a backend has one; they do each other no harm.
 */
export class Clerk {
  readonly #options: ClerkOptions;
  readonly #courses = new Map<Id, Course>();
  #turning: Promise<void> = Promise.resolve();
  #waiting: Promise<void> | undefined;
  #elections: readonly Id[] | undefined;

  constructor(options: ClerkOptions) {
    this.#options = options;
  }

  /** A change that this process was told of. */
  heard(election: Id, changed: 'tally' | 'election'): void {
    this.#courseOf(election).isHeard = true;
    if (changed === 'election' && !this.#elections?.includes(election)) this.#elections = undefined;
  }

  /** Whether no ballot can be sequenced any more, as far as this process has seen: the log has its close. */
  isClosed(election: Id): boolean {
    return this.#courseOf(election).isClosed;
  }

  /** One turn, after the one under way. Whoever asks while it waits is given the same: none pile up. Never rejects. */
  turn(): Promise<void> {
    this.#waiting ??= this.#turning.then(() => {
      this.#waiting = undefined;
      return this.#turn();
    });
    return (this.#turning = this.#waiting);
  }

  /** Waits for the turn under way, and the one after it, and keeps what is not kept yet. Never rejects. */
  async finish(): Promise<void> {
    const { log, logs, refusals, onFailure } = this.#options;
    await this.#turning;
    try {
      await refusals.flush(log);
      await logs?.raiseMarks();
    } catch (thrown) {
      onFailure(undefined, thrown);
    }
  }

  async #turn(): Promise<void> {
    const { storage, log, refusals, onFailure } = this.#options;
    try {
      await refusals.flush(log);
      this.#elections ??= (await storage.elections()).map(({ election }) => election.id);
    } catch (thrown) {
      onFailure(undefined, thrown);
    }
    await Promise.all(
      (this.#elections ?? []).map((election) =>
        this.#attend(election).catch((thrown: unknown) => {
          // It stays so until somebody does something about it: told once.
          const course = this.#courseOf(election);
          if (!isStale(thrown) || !course.isStale) onFailure(election, thrown);
          course.isStale = isStale(thrown);
        }),
      ),
    );
  }

  async #attend(election: Id): Promise<void> {
    const { log, logs, rounds, catalogue, clock, onGrowth } = this.#options;
    const course = this.#courseOf(election);
    const wasHeard = course.isHeard;
    course.isHeard = false;
    const head = await log.head(election);
    if (!head) return;
    if (head.size > course.size && course.size > 0 && !wasHeard && !course.isHeard) onGrowth(election);
    course.size = head.size;
    const listed = await catalogue.get(election);
    if (!listed) return;
    const signed = await logs?.of(listed);
    const now = clock.now();
    if (now >= listed.closes && !course.isClosed) course.isClosed = await this.#close(election);
    if (course.isClosed && isFrom(phaseAt(listed.election.calendar, now), 'proclaimed'))
      await this.#proclaim(listed, course);
    if (!logs || !signed) return;
    await this.#hold(election, signed);
    await logs.marks.raise(signed.origin, signed.newest);
    await rounds.run(logs, listed, signed);
  }

  /** Held against what was signed before it was asked for: meanwhile this process may have signed more. */
  async #hold(election: Id, signed: SignedLog): Promise<void> {
    const before = signed.newest;
    const head = await this.#options.log.head(election);
    if (head && (head.size < before.size || head.size >= signed.newest.size)) signed.hold(head);
  }

  /** Whether the log has its close now: this one's, or another's. */
  async #close(election: Id): Promise<boolean> {
    const { log, refusals } = this.#options;
    if (await this.#wasProclaimed(election)) return true;
    await refusals.flush(log);
    const head = await log.head(election);
    const close = closeOf(await log.tiers(election), await log.refused(election));
    try {
      // Grown meanwhile, it has to be counted again: at the next turn.
      return (await log.append(election, close, head?.size)) !== undefined;
    } catch (thrown) {
      if (thrown instanceof ElectionError && thrown.code === 'log-closed') return true;
      throw thrown;
    }
  }

  /** A look at the end of the log, which spares those whose election was over long ago the counting. */
  async #wasProclaimed(election: Id): Promise<boolean> {
    const size = (await this.#options.log.head(election))?.size ?? 0;
    const last = await this.#options.log.entries(election, Math.max(0, size - PAGE), size);
    return last.some((entry) => /^\{"type":"(close|proclamation)"/.test(entry));
  }

  /** Proclaims what the tally says where that is not what was proclaimed last: a decision about a ballot came later. */
  async #proclaim({ election }: Listed, course: Course): Promise<void> {
    const { storage, log } = this.#options;
    const head = await log.head(election.id);
    if (!head || head.size === course.proclaimedAt) return;
    const statement = proclamationOf(
      election,
      await storage.tally(election.id),
      await log.numbers(election.id),
    );
    const isSaid = saidIn(statement) === (await this.#lastProclaimed(election.id, head.size));
    const after = isSaid ? head : await log.append(election.id, statement, head.size);
    if (after) course.proclaimedAt = after.size;
  }

  /** The newest proclamation's JSON; empty where there is none. Nothing before the close is one. */
  async #lastProclaimed(election: Id, size: number): Promise<string> {
    for (let to = size; to > 0; to -= PAGE) {
      const entries = await this.#options.log.entries(election, Math.max(0, to - PAGE), to);
      for (const entry of [...entries].reverse()) {
        const { type, ...said } = JSON.parse(entry) as { readonly type: string };
        if (type === 'proclamation') return saidIn(said as Proclamation);
        if (type === 'close') return '';
      }
    }
    return '';
  }

  #courseOf(election: Id): Course {
    const course = this.#courses.get(election) ?? {
      size: 0,
      isHeard: false,
      isClosed: false,
      isStale: false,
      proclaimedAt: -1,
    };
    this.#courses.set(election, course);
    return course;
  }
}

const saidIn = ({ outcome, counts }: Pick<Proclamation, 'outcome' | 'counts'>): string =>
  JSON.stringify([outcome, counts]);
