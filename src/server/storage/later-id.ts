import { base64url } from '../../log/base64.js';

let last = 0;

/**
 * An id that sorts after all that were made before, as far as clocks agree: the instant, in ms, and within one process
 * a later ms for each; then 64 random bits.
 */
export function laterId(at: number): string {
  last = Math.max(at, last + 1);
  return `${earliestId(last)}-${base64url(crypto.getRandomValues(new Uint8Array(8)))}`;
}

/** What sorts before every id of that instant, and after those of earlier ones. @param at ms since 1970 */
export const earliestId = (at: number): string => at.toString(36).padStart(9, '0');
