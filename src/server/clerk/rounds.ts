import type { Id } from '../../model/election.js';
import type { Logs, Signable } from '../signing/logs.js';
import type { SignedLog } from '../signing/signed-log.js';
import { behind, forked } from '../signing/stale.js';
import type { LogHead, LogStorage } from '../storage/log-storage.js';
import type { Witness } from '../storage/storage.js';
import { cosign, type Answered, type Ask } from './witness-client.js';

/** Milliseconds in which a witness that failed is not asked again. */
const REST = 30_000;

export interface RoundsOptions {
  readonly log: LogStorage;
  readonly ask: Ask;
  /** Milliseconds since any fixed instant. */
  readonly monotonic: () => number;
  /** A witness did not do what it was asked. */
  readonly onFailure: (election: Id, witness: string, thrown: unknown) => void;
}

/** Has checkpoints co-signed. What a witness says while the server runs is told; it stops nothing. */
export class Rounds {
  readonly #options: RoundsOptions;
  /** By election and key: the size that the witness co-signed last, and until when it is left alone. */
  readonly #known = new Map<string, { size: number; restsUntil: number }>();

  constructor(options: RoundsOptions) {
    this.#options = options;
  }

  /**
   * One round: the log's newest checkpoint to all witnesses at once. What those who answered have signed is kept.
   * The mark is raised first: nothing leaves that a restored database could contradict unnoticed.
   */
  async run(logs: Logs, listed: Signable, signed: SignedLog): Promise<void> {
    const { id } = listed.election;
    const head = await this.#options.log.head(id);
    const cosigned = await this.#options.log.cosigned(id);
    if (!head || head.size <= (cosigned?.size ?? 0)) return;
    const rested = listed.witnesses.filter((witness) => this.#isRested(id, witness));
    if (rested.length === 0) return;
    await this.#ask(logs, listed, signed, head, rested);
  }

  /**
   * What the witnesses know of a log, asked before its first use by this process. One that cannot be reached
   * stops nothing.
   * @throws ElectionError `log-stale` where one has co-signed more than there is, or another log
   */
  async assertKnown(logs: Logs, listed: Signable, signed: SignedLog): Promise<void> {
    const { id } = listed.election;
    if (listed.witnesses.length === 0) return;
    const head = await this.#options.log.head(id);
    if (!head) return;
    for (const { witness, answered } of await this.#ask(logs, listed, signed, head, listed.witnesses)) {
      const by = `the witness ${nameOf(witness)}`;
      if (answered.kind === 'forked') throw forked(signed.origin, answered.size, by);
      const size = (await this.#options.log.head(id))?.size ?? 0;
      if (answered.kind === 'ahead' && answered.size > size)
        throw behind(signed.origin, size, answered.size, by);
    }
  }

  async #ask(logs: Logs, listed: Signable, signed: SignedLog, head: LogHead, witnesses: readonly Witness[]) {
    const { id } = listed.election;
    const note = await signed.note(head);
    await logs.marks.raise(signed.origin, head);
    const hashes = logs.hashesOf(id);
    const answers = await Promise.all(
      witnesses.map(async (witness) => {
        const known = this.#knownOf(id, witness);
        const old = Math.min(known.size, head.size);
        try {
          const answered = await cosign(logs.sha, this.#options.ask, witness, { ...head, note, hashes }, old);
          known.size = answered.kind === 'cosigned' ? head.size : answered.size;
          if (answered.kind === 'forked') this.#failed(id, witness, new Error('it knows another log'));
          return { witness, answered };
        } catch (thrown) {
          this.#failed(id, witness, thrown);
          return undefined;
        }
      }),
    );
    const answered = answers.filter((answer) => answer !== undefined);
    const lines = answered.map(linesIn).join('');
    if (lines) await this.#options.log.putCosigned(id, { size: head.size, note: note + lines });
    return answered;
  }

  #failed(election: Id, witness: Witness, thrown: unknown): void {
    this.#knownOf(election, witness).restsUntil = this.#options.monotonic() + REST;
    this.#options.onFailure(election, nameOf(witness), thrown);
  }

  #isRested = (election: Id, witness: Witness): boolean =>
    this.#options.monotonic() >= this.#knownOf(election, witness).restsUntil;

  #knownOf(election: Id, { key }: Witness) {
    const name = `${election} ${key}`;
    const known = this.#known.get(name) ?? { size: 0, restsUntil: -Infinity };
    this.#known.set(name, known);
    return known;
  }
}

const linesIn = ({ answered }: { readonly answered: Answered }): string =>
  answered.kind === 'cosigned' ? answered.lines : '';

const nameOf = ({ key }: Witness): string => key.slice(0, key.indexOf('+'));
