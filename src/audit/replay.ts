/** Takes in the entries one after the other and holds each against the rules in force. */
import type { Sha256 } from './bytes.js';
import type { Ballot, Close, Decision, Entry, Moderation, Proclamation } from './entry.js';
import type { Findings } from './findings.js';
import { KeyChain } from './key-chain.js';
import { commitment, readChoice, type OpeningLine } from './openings.js';
import { checkClose, checkProclamation } from './promises.js';
import { Register, type Choice, type State } from './register.js';
import type { RuleBook } from './rule-book.js';

const HOUR = 3_600_000;

/** An entry that the dossier tells of. */
export interface Told<E> {
  readonly index: number;
  readonly at: string;
  readonly entry: E;
}

const STATE: Readonly<Record<Decision['type'], State>> = {
  review: 'review',
  invalidation: 'invalidated',
  reinstatement: 'counted',
};

/** Lists of what was decided are read by people; of more than so many the rest is only counted. */
const TOLD = 1000;

export class Replay {
  readonly register = new Register();
  readonly keys: KeyChain;
  readonly decisions: Told<Decision>[] = [];
  readonly moderations: Told<Moderation>[] = [];
  readonly proclamations: Told<Proclamation>[] = [];
  /** Ballots by the hour in which they were sequenced; the second number: those that replaced another. */
  readonly hours = new Map<string, { cast: number; changed: number }>();
  /** By type and reason. */
  readonly decided = new Map<string, number>();
  /** Who can no longer be elected, and by whose doing. */
  readonly gone = new Map<number, 'hidden' | 'withdrawn'>();
  readonly erased = new Set<number>();
  closed: Told<Close> | undefined;
  erasedVoters = 0;
  /** Entries that could not be taken in: sums that they belong to cannot be known. */
  gaps = 0;
  #latest = -Infinity;
  readonly #choices = new Map<string, Choice | undefined>();
  readonly #book: RuleBook;
  readonly #sha256: Sha256;
  readonly #findings: Findings;

  constructor(book: RuleBook, sha256: Sha256, origin: string, findings: Findings) {
    this.#book = book;
    this.#sha256 = sha256;
    this.#findings = findings;
    this.keys = new KeyChain(sha256, origin, findings);
  }

  /** @param opening `'absent'` where none are published @returns a promise where a document had to be read */
  take(index: number, entry: Entry, opening: OpeningLine | 'absent'): Promise<void> | undefined {
    this.#checkHour(index, entry.at);
    if ((index === 0) !== (entry.type === 'opening'))
      this.#findings.add(index === 0 ? 'opening-not-first' : 'opening-again', { index, type: entry.type });
    if (entry.type !== 'ballot' && opening !== 'absent' && opening !== null)
      this.#findings.add('opening-stray', { index });
    switch (entry.type) {
      case 'opening':
        return index === 0 ? this.#open(entry.document, entry.at) : undefined;
      case 'amendment':
        return this.#amend(index, entry);
      case 'key':
        return void this.keys.add(entry.key, index);
      case 'ballot':
        return this.#cast(index, entry, opening);
      case 'review':
      case 'invalidation':
      case 'reinstatement':
        return this.#decide(index, entry);
      case 'moderation':
        return this.#moderate(index, entry);
      case 'erasure':
        this.erasedVoters += entry.voters;
        return undefined;
      case 'close':
        return this.#close(index, entry);
      case 'proclamation':
        this.proclamations.push({ index, at: entry.at, entry });
        return checkProclamation(this, this.#book, this.#findings);
    }
  }

  #checkHour(index: number, at: string): void {
    const hour = Date.parse(at);
    if (hour < this.#latest - HOUR) this.#findings.add('hour-backwards', { index, at });
    this.#latest = Math.max(this.#latest, hour);
  }

  async #open(document: string, at: string): Promise<void> {
    const early = { whileVoting: false, opened: false, closed: false };
    if (!(await this.#book.adopt({ document, index: 0, at, ...early }))) this.gaps += 1;
    this.#takeFirstKey(0);
  }

  /** Whoever began to sign only later has the first key in an amendment; a later one comes by an entry of its own. */
  #takeFirstKey(index: number): void {
    if (this.keys.isEmpty)
      for (const key of this.#book.inForce?.keys.slice(0, 1) ?? []) this.keys.add(key, index);
  }

  async #amend(
    index: number,
    { document, reason, at }: Entry & { readonly type: 'amendment' },
  ): Promise<void> {
    const closed = this.closed !== undefined;
    const whileVoting = this.register.ballots > 0 && !closed;
    const opened =
      whileVoting || closed || Date.parse(at) >= (this.#book.inForce?.calendar.voting ?? Infinity);
    if (!(await this.#book.adopt({ document, reason, index, at, whileVoting, opened, closed })))
      this.gaps += 1;
    this.#takeFirstKey(index);
    this.#choices.clear();
  }

  #cast(index: number, entry: Ballot & Entry, opening: OpeningLine | 'absent'): undefined {
    if (this.closed) {
      this.#findings.add('ballot-after-close', { index, close: this.closed.index });
      return;
    }
    const rules = this.#book.inForce;
    if (!rules?.eligible.has(entry.tier)) {
      if (rules) this.#findings.add('tier-unknown', { index, tier: entry.tier });
      this.gaps += 1;
      return;
    }
    const at = Date.parse(entry.at);
    // An entry tells its hour only: late is what is later whatever the minute.
    if (at + HOUR <= rules.calendar.voting) this.#findings.add('ballot-early', { index, at: entry.at });
    if (at > rules.calendar.counting) this.#findings.add('ballot-late', { index, at: entry.at });

    const cast = this.register.cast(entry, index, this.#opened(index, entry, opening));
    if (cast === 'duplicated') this.#findings.add('ballot-duplicated', { index, ballot: entry.ballot });
    if (cast === 'second' && !rules.revote)
      this.#findings.add('ballot-second', { index, voter: entry.voter });
    if (cast === 'duplicated') return;
    const hour = this.hours.get(entry.at) ?? { cast: 0, changed: 0 };
    hour.cast += 1;
    if (cast === 'second') hour.changed += 1;
    this.hours.set(entry.at, hour);
  }

  /** What a ballot chose, where that is published and holds. */
  #opened(index: number, entry: Ballot, opening: OpeningLine | 'absent'): Choice | undefined {
    if (opening === 'absent') return undefined;
    if (!opening) {
      if (opening === null) this.#findings.add('opening-missing', { index });
      return undefined;
    }
    if (commitment(this.#sha256, opening) !== entry.choice) {
      this.#findings.add('opening-wrong', { index, choice: opening.text.slice(0, 40) });
      return undefined;
    }
    const rules = this.#book.inForce;
    if (!this.#choices.has(opening.text) && rules)
      this.#choices.set(opening.text, readChoice(opening.text, rules));
    const choice = this.#choices.get(opening.text);
    if (!choice) this.#findings.add('choice-invalid', { index, choice: opening.text.slice(0, 40) });
    return choice;
  }

  #decide(index: number, entry: Decision & Entry): undefined {
    if (!this.register.decide(entry.ballot, STATE[entry.type])) {
      // It may be one of those that could not be read.
      if (this.gaps === 0) this.#findings.add('decision-unknown', { index, ballot: entry.ballot });
      return;
    }
    const key = `${entry.type} ${entry.reason}`;
    this.decided.set(key, (this.decided.get(key) ?? 0) + 1);
    if (this.decisions.length < TOLD) this.decisions.push({ index, at: entry.at, entry });
  }

  #moderate(index: number, entry: Moderation & Entry): undefined {
    const { candidate, act } = entry;
    if (this.#book.inForce && !this.#book.hashes.has(candidate))
      this.#findings.add('moderation-unknown', { index, candidate });
    if (act === 'withdrawn' || (act === 'hidden' && !this.gone.has(candidate))) this.gone.set(candidate, act);
    // A withdrawal is its person's own: the organiser does not undo it.
    if (act === 'restored' && this.gone.get(candidate) === 'hidden') this.gone.delete(candidate);
    if (act === 'erased') this.erased.add(candidate);
    if (this.moderations.length < TOLD) this.moderations.push({ index, at: entry.at, entry });
  }

  #close(index: number, entry: Close & Entry): undefined {
    if (this.closed) {
      this.#findings.add('close-again', { index, close: this.closed.index });
      return;
    }
    this.closed = { index, at: entry.at, entry };
    const end = this.#book.inForce?.calendar.counting;
    if (end !== undefined && Date.parse(entry.at) + HOUR <= end)
      this.#findings.add('close-early', { index, at: entry.at });
    checkClose(this, entry, this.#findings);
  }
}
