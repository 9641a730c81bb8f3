import { mulberry32 } from '../../model/order.js';

/** What is drawn for the ballots of a log. */
export interface Random {
  /** 16 bytes that nobody else will ever have. */
  salt(): Uint8Array;
  /** Each whole number from 0 to `count` (excluded) is as likely as the others. `count` is 65,536 at most. */
  below(count: number): number;
}

const SALT_BYTES = 16;

/** @param seed draws always the same orders; for tests. Default: nobody can foretell them. */
export function randomOf(seed?: number): Random {
  const salts = pooled(new Uint8Array(SALT_BYTES * 256));
  const draw = seed === undefined ? unforeseeable() : mulberry32(seed);
  return {
    salt: () => salts(SALT_BYTES).slice(),
    below: (count) => Math.floor(draw() * count),
  };
}

/** Numbers in [0, 1), of 32 bits. */
function unforeseeable(): () => number {
  const numbers = pooled(new Uint32Array(256));
  return () => (numbers(1)[0] ?? 0) / 2 ** 32;
}

/** Random numbers, drawn for many uses at once: a single draw costs as much. */
function pooled<Pool extends Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(
  pool: Pool,
): (count: number) => Pool {
  let used = pool.length;
  return (count) => {
    if (used + count > pool.length) {
      crypto.getRandomValues(pool);
      used = 0;
    }
    used += count;
    return pool.subarray(used - count, used) as Pool;
  };
}
