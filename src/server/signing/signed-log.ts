import { checkpointText } from '../../log/checkpoint.js';
import { sameBytes } from '../../log/hash.js';
import type { Signer } from '../../log/signer.js';
import type { ElectionError } from '../../model/errors.js';
import type { LogHead } from '../storage/log-storage.js';
import { behind, forked } from './stale.js';

/** Checkpoints kept signed: those of the last commits, which many ask for at once. */
const KEPT = 64;

interface Signed {
  readonly root: Uint8Array;
  readonly note: Promise<string>;
  json?: Promise<string>;
}

/**
 * The inside of a JSON string, in ASCII and kept as such: a text of one byte a character is joined and sent in half
 * the time.
 */
const insideJson = (text: string): string =>
  atob(btoa(JSON.stringify(text).slice(1, -1).replace(BEYOND_ASCII, escaped)));
const BEYOND_ASCII = /[\u0080-\uffff]/g;
const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** One election's log, as this process signs it: each size once, and no two trees that contradict each other. */
export class SignedLog {
  readonly origin: string;
  /** The vkey of the key that signs it. */
  readonly key: string;
  readonly #signer: Signer;
  readonly #signed = new Map<number, Signed>();
  #newest: LogHead;
  #stale: ElectionError | undefined;

  /** @param held the largest tree that is known to be this log's */
  constructor(origin: string, signer: Signer, held: LogHead) {
    this.origin = origin;
    this.key = signer.vkey(origin);
    this.#signer = signer;
    this.#newest = held;
  }

  /** The largest tree that was held or signed here. */
  get newest(): LogHead {
    return this.#newest;
  }

  get isSound(): boolean {
    return this.#stale === undefined;
  }

  /** @throws ElectionError `log-stale`, once it has been refused */
  assertSound(): void {
    if (this.#stale) throw this.#stale;
  }

  /** Nothing is signed any more. */
  refuse(error: ElectionError): void {
    this.#stale ??= error;
  }

  /**
   * Takes notice of the storage's head.
   * @throws ElectionError `log-stale` where it is smaller than what was signed, or another
   */
  hold(head: LogHead): void {
    this.assertSound();
    const { size, root } = this.#newest;
    if (head.size < size) this.refuse(behind(this.origin, head.size, size, 'this server'));
    if (head.size === size && !sameBytes(head.root, root))
      this.refuse(forked(this.origin, size, 'this server'));
    this.assertSound();
    this.#newest = head;
  }

  /**
   * The same as the inside of a JSON string.
   * @throws ElectionError `log-stale`
   */
  noteJson(head: LogHead): Promise<string> {
    const note = this.note(head);
    const signed = this.#signed.get(head.size);
    if (!signed) return note.then(insideJson);
    return (signed.json ??= note.then(insideJson));
  }

  /**
   * The checkpoint of a tree that the storage gave, signed.
   * @throws ElectionError `log-stale`
   */
  note(head: LogHead): Promise<string> {
    this.assertSound();
    const known = this.#signed.get(head.size);
    if (known && sameBytes(known.root, head.root)) return known.note;
    if (known) this.refuse(forked(this.origin, head.size, 'this server'));
    if (head.size >= this.#newest.size) this.hold(head);
    this.assertSound();
    const text = checkpointText({ origin: this.origin, size: head.size, root: head.root });
    const note = this.#signer.sign(this.origin, text);
    this.#signed.set(head.size, { root: head.root, note });
    for (const [oldest] of this.#signed) {
      if (this.#signed.size <= KEPT) break;
      this.#signed.delete(oldest);
    }
    return note;
  }
}
