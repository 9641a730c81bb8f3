import { isDeepStrictEqual } from 'node:util';
import { canonicalChoice, marksOf } from '../../../src/model/choice.js';
import type { Id } from '../../../src/model/election.js';
import { ElectionError } from '../../../src/model/errors.js';
import type { Tally } from '../../../src/model/tally.js';
import { MemoryLog } from './memory-log.js';
import type {
  Cast,
  CastOutcome,
  Storage,
  StoredBallot,
  StoredElection,
} from '../../../src/server/storage/storage.js';
import type { Topics } from '../../../src/server/storage/topics.js';

type Listener = Parameters<Storage['onChange']>[0];

/** A storage that forgets, for tests of the handler; it can be told to fail before or after it has stored. */
export class MemoryStorage implements Storage {
  readonly #elections = new Map<Id, StoredElection>();
  readonly #ballots = new Map<Id, { ballot: StoredBallot; key: string }[]>();
  readonly #listeners = new Set<Listener>();
  readonly #forgotten = new Set<string>();
  readonly #now: () => number;
  readonly log: MemoryLog;
  topics?: Topics;
  /** Thrown by everything, while set. */
  failure: unknown;
  /** Thrown by `cast` once the ballot is stored, while set. */
  failureAfterStoring: unknown;
  /** While set, nobody hears of changes: they are another process's. */
  deaf = false;
  /** Calls by name. */
  readonly calls: Record<string, number> = {};

  constructor(now: () => number) {
    this.#now = now;
    this.log = new MemoryLog({
      election: (id) => this.#elections.get(id),
      change: (stored) => {
        this.#elections.set(stored.election.id, stored);
        this.#tell(stored.election.id, 'election');
      },
      ballots: (election) => this.#log(election).map(({ ballot }) => ballot),
      tell: (election) => this.#tell(election, 'tally'),
      forget: (election, voter) => void this.#forgotten.add(`${election} ${voter}`),
      now,
    });
  }

  #called(name: keyof Storage): void {
    this.calls[name] = (this.calls[name] ?? 0) + 1;
    if (this.failure !== undefined) throw this.failure;
  }

  async putElection(stored: StoredElection, before?: StoredElection | null): Promise<void> {
    const there = this.#elections.get(stored.election.id) ?? null;
    if (before !== undefined && !isDeepStrictEqual(there?.election, before?.election))
      throw new ElectionError('changed-meanwhile');
    this.#elections.set(stored.election.id, structuredClone(stored));
    this.log.put(stored);
    this.#tell(stored.election.id, 'election');
  }

  async election(id: Id): Promise<StoredElection | undefined> {
    this.#called('election');
    return this.#elections.get(id);
  }

  async elections(): Promise<readonly StoredElection[]> {
    this.#called('elections');
    return [...this.#elections.values()];
  }

  async cast(cast: Cast): Promise<CastOutcome> {
    this.#called('cast');
    const outcome = this.#cast(cast);
    await Promise.resolve();
    if (outcome.kind === 'stored') this.#tell(cast.election, 'tally');
    if (this.failureAfterStoring !== undefined) throw this.failureAfterStoring;
    return outcome;
  }

  #cast({ election, key, opens, closes, revote, ...cast }: Cast): CastOutcome {
    const log = this.#log(election);
    const isErased = (voter: string) => this.#forgotten.has(`${election} ${voter}`);
    const same = log.find((entry) => entry.key === key && !isErased(entry.ballot.voter))?.ballot;
    if (same)
      return same.voter === cast.voter && canonicalChoice(same.choice) === canonicalChoice(cast.choice)
        ? { kind: 'repeated', ballot: same }
        : { kind: 'key-reused' };
    const now = this.#now();
    if (now < opens) return { kind: 'too-early' };
    if (now >= closes || this.log.isClosed(election)) return { kind: 'too-late' };
    const before = log.findLast(({ ballot }) => ballot.voter === cast.voter)?.ballot;
    if (before && (!revote || isErased(cast.voter))) return { kind: 'already-voted' };
    const hour = new Date(now);
    hour.setUTCMinutes(0, 0, 0);
    const unplaced = { ...cast, election, at: hour.toISOString(), replaces: before?.sequence };
    const { place, salt } = this.log.cast(unplaced);
    const ballot: StoredBallot = { ...unplaced, sequence: place.index };
    log.push({ ballot, key });
    return { kind: 'stored', ballot, place, salt };
  }

  async tally(election: Id): Promise<Tally> {
    this.#called('tally');
    const standing = new Map(this.#log(election).map(({ ballot }) => [ballot.voter, ballot]));
    const counted = [...standing.values()].filter(
      ({ ballot }) => this.log.stateOf(election, ballot) === 'counted',
    );
    const counts = new Map<Id, number>();
    for (const { choice } of counted)
      for (const mark of marksOf(choice)) counts.set(mark, (counts.get(mark) ?? 0) + 1);
    const { size } = (await this.log.head(election)) ?? { size: 1 };
    return { version: size - 1, ballots: counted.length, counts: Object.fromEntries(counts) };
  }

  async ballotOf(election: Id, voter: string): Promise<StoredBallot | undefined> {
    this.#called('ballotOf');
    if (this.#forgotten.has(`${election} ${voter}`)) return undefined;
    return this.#log(election).findLast(({ ballot }) => ballot.voter === voter)?.ballot;
  }

  async *ballots(election: Id): AsyncIterable<StoredBallot> {
    for (const { ballot } of this.#log(election)) yield ballot;
  }

  onChange(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async ping(): Promise<void> {
    this.#called('ping');
  }

  async close(): Promise<void> {}

  #log(election: Id) {
    const log = this.#ballots.get(election) ?? [];
    this.#ballots.set(election, log);
    return log;
  }

  #tell(election: Id, changed: 'tally' | 'election'): void {
    if (!this.deaf) for (const listener of this.#listeners) listener(election, changed);
  }
}
