import { fairOrder, mulberry32 } from '../../src/model/order.js';

/** All chance of a storm comes from one seed; what the machine's own timing adds is not in its hands. */
export class Dice {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = mulberry32(seed);
  }

  /** In [0, 1). */
  number(): number {
    return this.#next();
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.#next() * (most - least + 1));
  }

  /** @param share from 0 (never) to 1 (always) */
  chance(share: number): boolean {
    return this.#next() < share;
  }

  pick<T>(list: readonly [T, ...T[]] | readonly T[]): T {
    const picked = list[Math.floor(this.#next() * list.length)];
    if (picked === undefined) throw new RangeError('nothing to pick from');
    return picked;
  }

  shuffled<T>(list: readonly T[]): T[] {
    return fairOrder(list, this.between(0, 0xffff_ffff));
  }

  /** One of the names, as likely as its weight among all. */
  weighted<Name extends string>(weights: Readonly<Record<Name, number>>): Name {
    const names = Object.keys(weights) as Name[];
    let at = this.#next() * names.reduce((sum, name) => sum + weights[name], 0);
    const drawn = names.find((name) => (at -= weights[name]) < 0) ?? names.at(-1);
    if (drawn === undefined) throw new RangeError('nothing to draw from');
    return drawn;
  }

  /** Dice of its own: what one part draws changes nothing for another. */
  fork(): Dice {
    return new Dice(this.between(0, 0xffff_ffff));
  }
}
