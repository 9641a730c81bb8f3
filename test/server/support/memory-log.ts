import { hash, randomBytes } from 'node:crypto';
import { base64url } from '../../../src/log/base64.js';
import { choiceText, commitment } from '../../../src/log/commitment.js';
import { entryText, type Appended, type Statement } from '../../../src/log/entry.js';
import type { Sha256 } from '../../../src/log/hash.js';
import { unsignedProof } from '../../../src/log/tlog-proof.js';
import { appended, EMPTY, leafHash, rootOf, type Frontier } from '../../../src/log/tree.js';
import type { Id } from '../../../src/model/election.js';
import { ElectionError } from '../../../src/model/errors.js';
import type {
  Cosigned,
  LogHead,
  LogStorage,
  Opened,
  Opening,
  Place,
} from '../../../src/server/storage/log-storage.js';
import type { StoredBallot, StoredElection } from '../../../src/server/storage/storage.js';

export const sha256: Sha256 = (bytes) => hash('sha256', bytes, 'buffer');

interface One {
  readonly entries: string[];
  readonly leaves: Uint8Array[];
  readonly openings: (Opening | null)[];
  readonly numbers: Map<Id, number>;
  /** The profiles of candidates, by their numbers; those who were erased keep theirs. */
  readonly profiles: Map<number, string>;
  readonly erased: Set<number>;
  readonly state: Map<string, 'review' | 'invalidated'>;
  readonly refused: Record<string, number>;
  frontier: Frontier;
  rules: string;
  closed: boolean;
  cosigned: Cosigned | undefined;
}

/** What the log asks of the storage that it is a part of. */
export interface Kept {
  election(id: Id): StoredElection | undefined;
  change(stored: StoredElection): void;
  ballots(election: Id): readonly StoredBallot[];
  tell(election: Id): void;
  forget(election: Id, voter: string): void;
  now(): number;
}

/** A log that forgets. */
export class MemoryLog implements LogStorage {
  readonly #logs = new Map<Id, One>();
  /** What was said last of each candidate. */
  readonly #said = new Map<string, string>();
  readonly #documents = new Map<string, string | null>();
  readonly #kept: Kept;

  constructor(kept: Kept) {
    this.#kept = kept;
  }

  /** The rules of an election that was put: its opening, or an amendment where they have changed. */
  put({ election, key, witnesses = [] }: StoredElection): void {
    const { id, lang, title, calendar, rules, candidates } = election;
    const one = this.#logs.get(id) ?? this.#fresh(id);
    for (const candidate of candidates)
      if (!one.numbers.has(candidate.id)) one.numbers.set(candidate.id, one.numbers.size + 1);
    const profiles = candidates.map((profile) => {
      const number = one.numbers.get(profile.id) ?? 0;
      const salt = base64url(sha256(Buffer.from(profile.id)).subarray(0, 16));
      if (!one.erased.has(number)) one.profiles.set(number, this.#file(JSON.stringify({ salt, profile })));
      return { number, profile: one.profiles.get(number) };
    });
    const brand = { id: election.brand.id, name: election.brand.name };
    const document = this.#file(
      JSON.stringify({
        format: 'voix-rules/1',
        election: id,
        lang,
        title,
        brand,
        calendar,
        rules,
        tie: 'stands',
        eligible: { device: null },
        candidates: profiles,
        keys: key === undefined ? [] : [key],
        witnesses: witnesses.map((witness) => witness.key),
      }),
    );
    if (one.rules === document) return;
    one.rules = document;
    const isFirst = one.entries.length === 0;
    this.#append(
      id,
      isFirst ? { type: 'opening', document } : { type: 'amendment', document, reason: 'on-request' },
    );
  }

  cast(ballot: Omit<StoredBallot, 'sequence'>): { place: Place; salt: string } {
    const { election, tier, voter, choice } = ballot;
    const salt = randomBytes(16);
    const text = choiceText(choice, (id) => this.#one(election).numbers.get(id)) ?? '';
    const said = {
      type: 'ballot',
      ballot: ballot.ballot,
      tier,
      voter,
      choice: commitment(sha256, salt, text),
    } as const;
    const opening = { salt: base64url(salt), text };
    return { place: this.#append(election, said, opening), salt: opening.salt };
  }

  async head(election: Id): Promise<LogHead | undefined> {
    return this.#logs.has(election) ? this.#head(election) : undefined;
  }

  async entry(election: Id, index: number): Promise<Opened | undefined> {
    const { entries, openings } = this.#one(election);
    const text = entries[index];
    return text === undefined ? undefined : { text, opening: openings[index] ?? null };
  }

  async entries(election: Id, from: number, to: number): Promise<readonly string[]> {
    return this.#one(election).entries.slice(from, to);
  }

  async hashes(election: Id, level: number, from: number, to: number): Promise<readonly Uint8Array[]> {
    const { leaves } = this.#one(election);
    const span = 256 ** level;
    const hashes = [];
    for (let i = from; i < to && (i + 1) * span <= leaves.length; i++)
      hashes.push(appended(sha256, EMPTY, leaves.slice(i * span, (i + 1) * span)).root);
    return hashes;
  }

  async openings(election: Id, from: number, to: number): Promise<readonly (Opening | null)[]> {
    return this.#one(election).openings.slice(from, to);
  }

  async document(name: string): Promise<string | null | undefined> {
    return this.#documents.get(name);
  }

  async numbers(election: Id): Promise<ReadonlyMap<Id, number>> {
    return this.#one(election).numbers;
  }

  /** It keeps nothing that all voters' pseudonyms were made with. */
  async append(election: Id, statement: Appended, size?: number): Promise<LogHead | undefined> {
    if (statement.type === 'erasure' && statement.voters === 'all') return undefined;
    const one = this.#one(election);
    if (size !== undefined && one.entries.length !== size) return undefined;
    if (statement.type === 'close' && one.closed) throw new ElectionError('log-closed');
    if (
      'ballot' in statement &&
      !this.#kept.ballots(election).some(({ ballot }) => ballot === statement.ballot)
    )
      throw new ElectionError('ballot-unknown');
    if (statement.type === 'moderation') {
      const about = `${election} ${statement.candidate}`;
      const said = this.#said.get(about) ?? '';
      const [wasGone, goes] = [said, statement.act].map((act) => act === 'hidden' || act === 'withdrawn');
      const isSaid = statement.act === 'restored' ? !wasGone : wasGone && goes;
      if (said === statement.act || isSaid) return this.#head(election);
      this.#said.set(about, statement.act);
    }
    if (statement.type === 'close') one.closed = true;
    if (statement.type === 'review') one.state.set(statement.ballot, 'review');
    if (statement.type === 'invalidation') one.state.set(statement.ballot, 'invalidated');
    if (statement.type === 'reinstatement') one.state.delete(statement.ballot);
    const stored = this.#kept.election(election);
    if (stored && statement.type === 'key') this.#kept.change({ ...stored, key: statement.key });
    if (stored && statement.type === 'moderation' && statement.act === 'erased')
      this.#erase(stored, statement.candidate);
    this.#append(election, statement);
    this.#kept.tell(election);
    return this.#head(election);
  }

  async eraseVoter(election: Id, ballot: string): Promise<void> {
    const found = this.#kept.ballots(election).find((one) => one.ballot === ballot);
    if (!found) throw new ElectionError('ballot-unknown');
    this.#kept.forget(election, found.voter);
  }

  async addRefused(election: Id, counts: Readonly<Record<string, number>>): Promise<void> {
    const { refused } = this.#one(election);
    for (const [code, number] of Object.entries(counts)) refused[code] = (refused[code] ?? 0) + number;
  }

  async refused(election: Id): Promise<Readonly<Record<string, number>>> {
    return { ...this.#one(election).refused };
  }

  async tiers(election: Id): ReturnType<LogStorage['tiers']> {
    const standing = new Map(this.#kept.ballots(election).map((ballot) => [ballot.voter, ballot]));
    const tiers: Record<string, { counted: number; review: number; invalidated: number }> = {};
    for (const { ballot, tier } of standing.values())
      (tiers[tier] ??= { counted: 0, review: 0, invalidated: 0 })[this.stateOf(election, ballot)]++;
    return tiers;
  }

  async cosigned(election: Id): Promise<Cosigned | undefined> {
    return this.#one(election).cosigned;
  }

  async putCosigned(election: Id, cosigned: Cosigned): Promise<void> {
    const one = this.#one(election);
    if (cosigned.size > (one.cosigned?.size ?? -1)) one.cosigned = cosigned;
  }

  stateOf(election: Id, ballot: string): 'counted' | 'review' | 'invalidated' {
    return this.#one(election).state.get(ballot) ?? 'counted';
  }

  isClosed(election: Id): boolean {
    return this.#one(election).closed;
  }

  #fresh(election: Id): One {
    const one: One = {
      entries: [],
      leaves: [],
      openings: [],
      numbers: new Map(),
      profiles: new Map(),
      erased: new Set(),
      state: new Map(),
      refused: {},
      frontier: EMPTY,
      rules: '',
      closed: false,
      cosigned: undefined,
    };
    this.#logs.set(election, one);
    return one;
  }

  #one(election: Id): One {
    const one = this.#logs.get(election);
    if (!one) throw new ElectionError('election-unknown');
    return one;
  }

  #head(election: Id): LogHead {
    const { frontier } = this.#one(election);
    return { size: frontier.size, root: rootOf(sha256, frontier) };
  }

  #append(election: Id, statement: Statement, opening: Opening | null = null): Place {
    const one = this.#one(election);
    const hour = new Date(Math.floor(this.#kept.now() / 3_600_000) * 3_600_000).toISOString();
    const entry = entryText(election, statement, hour);
    const leaf = leafHash(sha256, entry);
    const { frontier, root, lines } = appended(sha256, one.frontier, [leaf]);
    one.frontier = frontier;
    one.entries.push(entry);
    one.leaves.push(leaf);
    one.openings.push(opening);
    const index = frontier.size - 1;
    return { index, size: frontier.size, root, proof: unsignedProof(entry, index, lines(0)) };
  }

  #file(text: string): string {
    const name = base64url(sha256(Buffer.from(text)));
    if (!this.#documents.has(name)) this.#documents.set(name, text);
    return name;
  }

  #erase(stored: StoredElection, number: number): void {
    const { numbers, erased } = this.#one(stored.election.id);
    erased.add(number);
    const isErased = (id: Id) => numbers.get(id) === number;
    for (const [name, text] of this.#documents) {
      const { profile } = JSON.parse(text ?? '{}') as { profile?: { id: Id } };
      if (profile && isErased(profile.id)) this.#documents.set(name, null);
    }
    const candidates = stored.election.candidates.map((one) =>
      isErased(one.id) ? { id: one.id, name: `N° ${number}` } : one,
    );
    this.#kept.change({ ...stored, election: { ...stored.election, candidates } });
  }
}
