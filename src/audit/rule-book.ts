/** The rules in force, and how they came to be. */
import type { Sha256 } from './bytes.js';
import { fetchProfile, readDocument } from './documents.js';
import type { Findings } from './findings.js';
import { changesBetween, type Change } from './changes.js';
import { readRules, type Profile, type Rules } from './rules.js';
import type { Source } from './source.js';

/** The rules from one entry on. */
export interface Edition {
  readonly index: number;
  readonly at: string;
  /** Of an amendment. */
  readonly reason: string | undefined;
  readonly rules: Rules;
  /** Against those before. */
  readonly changes: readonly Change[];
  /** Whether ballots were being cast when it came. */
  readonly whileVoting: boolean;
}

/** What an entry says of a document of rules. */
export interface Named {
  readonly document: string;
  readonly reason?: string;
  readonly index: number;
  readonly at: string;
  readonly whileVoting: boolean;
  /** Whether voting had opened, and whether it was closed. */
  readonly opened: boolean;
  readonly closed: boolean;
}

/** Amendments are read by people, and so is what one changes: of more than so many the rest is only checked. */
const TOLD = 1000;

/** Bytes of a document of rules: twenty thousand candidates. */
const LONGEST = 2_000_000;

interface Unreadable {
  readonly code: 'document-missing' | 'document-changed' | 'rules-malformed';
  /** Of what is malformed. */
  readonly member?: string;
}

/** What decides about the result. */
const LOCKED: readonly string[] = [
  'method',
  'visibility',
  'revote',
  'quorum',
  'identity',
  'tie',
  'calendar.voting',
];

export class RuleBook {
  /** The first so many; what is in force is the last one's, kept or not. */
  readonly editions: Edition[] = [];
  /** How many there are. */
  adopted = 0;
  /** By hash: a candidate's profile, or how it is not there. */
  readonly profiles = new Map<string, Profile | 'missing' | 'changed' | 'malformed'>();
  /** By number: every hash that the number has had. */
  readonly hashes = new Map<number, Set<string>>();
  #inForce: Rules | undefined;
  /** By hash: a document is read once, however often it is put in force. */
  readonly #read = new Map<string, Rules | Unreadable>();
  readonly #source: Source;
  readonly #sha256: Sha256;
  readonly #election: string;
  readonly #findings: Findings;

  constructor(source: Source, sha256: Sha256, election: string, findings: Findings) {
    this.#source = source;
    this.#sha256 = sha256;
    this.#election = election;
    this.#findings = findings;
  }

  get inForce(): Rules | undefined {
    return this.#inForce;
  }

  /** Reads a document of rules; from then on they are in force. @returns whether they could be read */
  async adopt(named: Named): Promise<boolean> {
    const rules = await this.#rulesOf(named);
    if (!rules) return false;
    const before = this.inForce;
    const changes = before && before !== rules ? changesBetween(before, rules) : [];
    const { index, at, reason, whileVoting } = named;
    this.#inForce = rules;
    this.adopted += 1;
    if (this.editions.length < TOLD)
      this.editions.push({ index, at, reason, rules, changes: changes.slice(0, TOLD), whileVoting });
    for (const [number, hash] of rules.candidates) {
      if (this.hashes.get(number)?.has(hash)) continue;
      if (!this.profiles.has(hash))
        this.profiles.set(hash, await fetchProfile(this.#source, this.#sha256, hash));
      this.#checkPerson(number, hash, index);
      this.hashes.set(number, (this.hashes.get(number) ?? new Set()).add(hash));
    }
    if (!before) return true;
    this.#findings.add('amended', { index, reason: reason ?? '' });
    if (whileVoting) this.#findings.add('amended-while-voting', { index });
    this.#checkTime(named, changes);
    for (const number of before.candidates.keys())
      if (!rules.candidates.has(number))
        this.#findings.add('candidate-dropped', { index, candidate: number });
    return true;
  }

  /** What is fixed once voting has opened; and nobody expects rules to change when all have voted. */
  #checkTime({ index, opened, closed }: Named, changes: readonly Change[]): void {
    for (const { what } of changes)
      if (opened && LOCKED.includes(what)) this.#findings.add('amended-locked', { index, what });
    if (closed && changes.some(({ what }) => what !== 'witnesses'))
      this.#findings.add('amended-after-close', { index });
  }

  /** The newest profile of a number that is there. */
  profile(number: number): Profile | undefined {
    for (const hash of [...(this.hashes.get(number) ?? [])].reverse()) {
      const profile = this.profiles.get(hash);
      if (typeof profile === 'object') return profile;
    }
    return undefined;
  }

  async #rulesOf({ document, index }: Named): Promise<Rules | undefined> {
    const read = this.#read.get(document) ?? (await this.#readRules(document));
    this.#read.set(document, read);
    if ('code' in read) {
      this.#findings.add(read.code, {
        index,
        ...(read.member === undefined ? { document } : { member: read.member }),
      });
      return undefined;
    }
    if (read.election !== this.#election)
      this.#findings.add('rules-elsewhere', { index, election: read.election });
    return read;
  }

  async #readRules(document: string): Promise<Rules | Unreadable> {
    const bytes = await readDocument(this.#source, this.#sha256, document);
    if (typeof bytes === 'string') return { code: `document-${bytes}` };
    const rules = bytes.length > LONGEST ? 'size' : readRules(bytes);
    return typeof rules === 'string' ? { code: 'rules-malformed', member: rules } : rules;
  }

  /** A number is one person's for ever: an erased one's, too, of whom no profile is left to compare. */
  #checkPerson(number: number, hash: string, index: number): void {
    const now = this.profiles.get(hash);
    if (typeof now !== 'object') return;
    const [erased] = this.hashes.get(number) ?? [];
    const before = this.profile(number)?.id ?? (erased && `${erased.slice(0, 8)}…`);
    if (before !== undefined && before !== now.id)
      this.#findings.add('candidate-reassigned', { index, candidate: number, before, after: now.id });
  }
}
