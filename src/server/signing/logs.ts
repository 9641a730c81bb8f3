import type { Sha256 } from '../../log/hash.js';
import { consistencyPath, verifyConsistency, type ReadHashes } from '../../log/proof.js';
import type { Signer } from '../../log/signer.js';
import type { Id } from '../../model/election.js';
import type { Listed } from '../catalogue.js';
import type { LogHead, LogStorage } from '../storage/log-storage.js';
import type { Marks } from './marks.js';
import { SignedLog } from './signed-log.js';
import { behind, forked, isStale, originOf, otherKey } from './stale.js';
import { TileTrees } from './tile-trees.js';

/** What has to be known of an election to sign its log. */
export type Signable = Pick<Listed, 'key' | 'witnesses'> & { readonly election: { readonly id: Id } };

export interface LogsOptions {
  readonly log: LogStorage;
  readonly sha: Sha256;
  readonly signer: Signer;
  readonly marks: Marks;
  /** Of a log that has no key yet, the first part of its origin. */
  readonly name: string;
  /** Asks others who know the log, before the first signature. Throws `log-stale` where they know more. */
  readonly askOthers: (listed: Signable, signed: SignedLog) => Promise<void>;
}

/** The elections' logs as this process signs them. A log is held against what was signed before its first use. */
export class Logs {
  readonly sha: Sha256;
  readonly log: LogStorage;
  readonly marks: Marks;
  readonly #options: LogsOptions;
  readonly #opened = new Map<Id, Promise<SignedLog | undefined>>();
  readonly #trees = new Map<Id, TileTrees>();

  constructor(options: LogsOptions) {
    this.#options = options;
    this.sha = options.sha;
    this.log = options.log;
    this.marks = options.marks;
  }

  /**
   * The log, ready to be signed; `undefined` where the storage keeps none of this election.
   * @throws ElectionError `log-stale`
   */
  async of(listed: Signable): Promise<SignedLog | undefined> {
    const { id } = listed.election;
    let opening = this.#opened.get(id);
    if (!opening) {
      opening = this.#open(listed);
      this.#opened.set(id, opening);
      // What could not be read is read again; what is stale stays so.
      opening.catch(() => this.#opened.delete(id));
    }
    const signed = await opening;
    if (!signed) return undefined;
    if (listed.key !== undefined && listed.key !== signed.key)
      signed.refuse(otherKey(signed.origin, listed.key));
    signed.assertSound();
    return signed;
  }

  /** The vkey that will sign the log of an election that is new here. */
  keyFor(election: Id): string {
    const { signer, name } = this.#options;
    return signer.vkey(`${name}/${election}`);
  }

  /** The hashes of a log's tree, as they are stored. */
  hashesOf(election: Id): ReadHashes {
    return (level, from, to) => this.log.hashes(election, level, from, to);
  }

  /** The log's tree, to prove by it that an entry is in it. */
  treeOf(election: Id): TileTrees {
    const known = this.#trees.get(election);
    if (known) return known;
    const trees = new TileTrees(this.sha, this.hashesOf(election));
    this.#trees.set(election, trees);
    return trees;
  }

  /** To what was signed by now, of all logs. */
  async raiseMarks(): Promise<void> {
    for (const opening of this.#opened.values()) {
      const signed = await opening;
      if (signed?.isSound) await this.marks.raise(signed.origin, signed.newest);
    }
  }

  async #open(listed: Signable): Promise<SignedLog | undefined> {
    const { log, signer, marks, name, askOthers } = this.#options;
    const { id } = listed.election;
    const origin = listed.key === undefined ? `${name}/${id}` : originOf(listed.key);
    // The mark first: another process may raise it meanwhile, but never above what can be read after it.
    const mark = await marks.newest(origin);
    const head = await log.head(id);
    if (!head) return undefined;
    const key = signer.vkey(origin);
    const signed = new SignedLog(origin, signer, head);
    try {
      if (listed.key !== undefined && listed.key !== key) throw otherKey(origin, listed.key);
      if (mark) await this.#assertContinues(id, origin, mark, head);
      if (listed.key === undefined) signed.hold((await log.append(id, { type: 'key', key })) ?? head);
      await askOthers(listed, signed);
    } catch (thrown) {
      if (!isStale(thrown)) throw thrown;
      signed.refuse(thrown);
    }
    return signed;
  }

  async #assertContinues(id: Id, origin: string, mark: LogHead, head: LogHead): Promise<void> {
    const by = 'the mark beside the key';
    if (head.size < mark.size) throw behind(origin, head.size, mark.size, by);
    const proof = await consistencyPath(this.sha, this.hashesOf(id), mark.size, head.size);
    const claim = { from: mark.size, fromRoot: mark.root, to: head.size, toRoot: head.root, proof };
    if (!verifyConsistency(this.sha, claim)) throw forked(origin, mark.size, by);
  }
}
