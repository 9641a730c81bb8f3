import type { Ballot, Receipt } from '../../model/ballot.js';
import { checkChoice, marksOf, sameChoice } from '../../model/choice.js';
import type { Election, Id } from '../../model/election.js';
import { ElectionError } from '../../model/errors.js';
import { isFrom, phaseAt } from '../../model/phase.js';
import { hiddenAt, type Results } from '../../model/results.js';
import type { Tally } from '../../model/tally.js';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const HOUR = 3_600_000;

interface Sent {
  readonly voter: string;
  readonly receipt: Receipt;
}

/** One election of the backend in memory, and the ballots in it. The same rules as the server's. */
export class BallotBox {
  /** As it is now: candidates may come and go. */
  election: Election;
  readonly #pass = crypto.randomUUID();
  readonly #byKey = new Map<string, Sent>();
  readonly #byVoter = new Map<string, Receipt>();
  readonly #counts = new Map<Id, number>();
  #version = 0;

  constructor(election: Election) {
    this.election = election;
  }

  /**
   * Sequences a ballot at `now`.
   * @throws ElectionError `key-missing`, `key-reused`, `voting-not-open`, `voting-closed`, `already-voted`,
   *   and what `checkChoice` throws
   */
  cast(voter: string, { choice, key }: Ballot, now: number): Receipt {
    const { id, rules } = this.election;
    if (!UUID.test(key)) throw new ElectionError('key-missing');
    checkChoice(this.election, choice);
    const sent = this.#byKey.get(key.toLowerCase());
    if (sent?.voter === voter && sameChoice(sent.receipt.choice, choice)) return sent.receipt;
    if (sent) throw new ElectionError('key-reused');
    this.#checkOpen(now);
    const replaced = this.#byVoter.get(voter);
    if (replaced && !rules.revote) throw new ElectionError('already-voted');

    if (replaced) this.#count(replaced, -1);
    const receipt: Receipt = {
      election: id,
      ballot: crypto.randomUUID(),
      sequence: ++this.#version,
      choice,
      at: new Date(Math.floor(now / HOUR) * HOUR).toISOString(),
      tier: rules.identity,
      changed: replaced !== undefined,
      ...(rules.visibility === 'until-voted' && { pass: this.#pass }),
    };
    this.#count(receipt, 1);
    this.#byKey.set(key.toLowerCase(), { voter, receipt });
    this.#byVoter.set(voter, receipt);
    return receipt;
  }

  ballotOf(voter: string): Receipt | null {
    return this.#byVoter.get(voter) ?? null;
  }

  /** The results as far as they may be seen at `now` by who shows this pass. */
  results(now: number, pass: string | undefined): Results {
    const hidden = hiddenAt(this.election, now, pass === this.#pass);
    if (hidden) return { hidden };
    return { hidden: false, ...this.tally };
  }

  get tally(): Tally {
    return {
      version: this.#version,
      ballots: this.#byVoter.size,
      counts: Object.fromEntries(this.#counts),
    };
  }

  #checkOpen(now: number): void {
    const phase = phaseAt(this.election.calendar, now);
    if (phase === 'voting') return;
    throw new ElectionError(isFrom(phase, 'counting') ? 'voting-closed' : 'voting-not-open');
  }

  #count({ choice }: Receipt, votes: 1 | -1): void {
    for (const mark of marksOf(choice)) this.#counts.set(mark, (this.#counts.get(mark) ?? 0) + votes);
  }
}
