import { hash } from 'node:crypto';
import type { Sha256 } from '../../log/hash.js';

/** By way of a text of the same bytes: half the time of asking for a buffer, which is allocated outside the heap. */
export const sha256: Sha256 = (bytes) => Buffer.from(hash('sha256', bytes, 'binary'), 'binary');
