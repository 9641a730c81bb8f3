/** Numbers for keys of 128 bits, in the order in which they came: 24 to 48 bytes each, whatever comes. */
import { fromBase64Url } from './bytes.js';

const EMPTY = -1;
const WORDS = 4;

export class KeyedRows {
  size = 0;
  #keys = new Uint32Array(WORDS * 1024);
  #slots = new Int32Array(2048).fill(EMPTY);
  /** Nobody who writes a log can know which keys will meet. */
  readonly #seed = (Math.random() * 2 ** 32) | 1;
  readonly #key = new Uint32Array(WORDS);

  /** The row of a key (b64url of 16 bytes); `undefined` where it has none. */
  find(key: string): number | undefined {
    const row = this.#slots[this.#slot(key)] ?? EMPTY;
    return row === EMPTY ? undefined : row;
  }

  /** The row of a key, which gets the next one where it has none yet. */
  add(key: string): number {
    const slot = this.#slot(key);
    const row = this.#slots[slot] ?? EMPTY;
    if (row !== EMPTY) return row;
    if (this.#keys.length === this.size * WORDS) {
      const larger = new Uint32Array(2 * this.#keys.length);
      larger.set(this.#keys);
      this.#keys = larger;
    }
    this.#keys.set(this.#key, this.size * WORDS);
    this.#slots[slot] = this.size;
    this.size += 1;
    if (this.size * 2 > this.#slots.length) this.#spread();
    return this.size - 1;
  }

  /** The first 32 bits of a row's key. */
  firstWord(row: number): number {
    return this.#keys[row * WORDS] ?? 0;
  }

  /** Where it stands, or would. */
  #slot(key: string): number {
    const bytes = fromBase64Url(key);
    if (bytes?.length !== 16) throw new RangeError(`${key} is no key of 128 bits`);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < WORDS; i++) this.#key[i] = view.getUint32(4 * i);
    let slot = this.#start(this.#key, 0);
    for (; ; slot = (slot + 1) & (this.#slots.length - 1)) {
      const row = this.#slots[slot] ?? EMPTY;
      if (row === EMPTY || this.#has(row)) return slot;
    }
  }

  #has(row: number): boolean {
    for (let i = 0; i < WORDS; i++) if (this.#keys[row * WORDS + i] !== this.#key[i]) return false;
    return true;
  }

  #start(words: Uint32Array, at: number): number {
    let hash = this.#seed;
    for (let i = 0; i < WORDS; i++) {
      hash = Math.imul(hash ^ (words[at + i] ?? 0), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    return hash & (this.#slots.length - 1);
  }

  #spread(): void {
    this.#slots = new Int32Array(2 * this.#slots.length).fill(EMPTY);
    for (let row = 0; row < this.size; row++) {
      let slot = this.#start(this.#keys, row * WORDS);
      while (this.#slots[slot] !== EMPTY) slot = (slot + 1) & (this.#slots.length - 1);
      this.#slots[slot] = row;
    }
  }
}
