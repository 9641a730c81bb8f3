import { base64url } from '../log/base64.js';

const ID_BYTES = 16;
const pool = new Uint8Array(ID_BYTES * 256);
let used = pool.length;

/**
 * A random 128-bit id, base64url. It does not begin with a dash: on a command line it would be taken for an option.
 * Random bytes are drawn for 256 ids at once: a single draw costs as much.
 */
export function randomId(): string {
  if (used === pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  used += ID_BYTES;
  const id = base64url(pool.subarray(used - ID_BYTES, used));
  return id.startsWith('-') ? randomId() : id;
}
