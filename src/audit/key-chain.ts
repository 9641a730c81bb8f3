/** Which key signs checkpoints of which size. */
import type { Sha256 } from './bytes.js';
import type { Findings } from './findings.js';
import { parseKey, type VerifierKey } from './note.js';

export class KeyChain {
  /** In the order in which they came into force, each for logs of that size and larger. */
  readonly #keys: { readonly from: number; readonly key: VerifierKey }[] = [];
  readonly #sha256: Sha256;
  readonly #origin: string;
  readonly #findings: Findings;

  constructor(sha256: Sha256, origin: string, findings: Findings) {
    this.#sha256 = sha256;
    this.#origin = origin;
    this.#findings = findings;
  }

  /** Of the opening, or of an entry of type `key`. */
  add(text: string, index: number): void {
    const key = parseKey(this.#sha256, 'log', text);
    if (key?.name !== this.#origin) this.#findings.add('key-malformed', { index, key: text });
    else this.#keys.push({ from: index + 1, key });
    if (index > 0 && key) this.#findings.add('key-changed', { index, key: text });
  }

  get isEmpty(): boolean {
    return this.#keys.length === 0;
  }

  inForce(size: number): VerifierKey | undefined {
    return this.#keys.findLast(({ from }) => from <= size)?.key;
  }

  has(text: string): boolean {
    return this.#keys.some(({ key }) => key.text === text);
  }
}
