import { sha256 as noble } from '@noble/hashes/sha2.js';
import type { Sha256 } from './hash.js';

/** SHA-256 where the platform has none that is synchronous: a browser. To be loaded when it is needed. */
export const sha256: Sha256 = noble;
