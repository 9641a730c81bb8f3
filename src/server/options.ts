import type { Clock } from '../model/clock.js';
import type { Log } from './log.js';
import type { Hmac } from './secrets.js';
import type { Storage } from './storage/storage.js';

export interface Limits {
  /** Elections that one live connection may watch. Default 64. */
  readonly watched: number;
  /** Live connections of this process; one more is told `overloaded`. Default 10,000. */
  readonly watchers: number;
}

export interface ServerOptions {
  /** Stays the caller's: `close` the server first, then the storage. */
  readonly storage: Storage;
  /**
   * At least 32 bytes, random, the same on every process of a backend and for an election's whole life:
   * voters' pseudonyms and passes are made with it. Who loses it lets everyone vote again.
   */
  readonly secret: string | Uint8Array;
  /** Decides about phases and what is hidden; give the storage the same one. Default: the real clock. */
  readonly clock?: Clock;
  /** Called once a request, and where the live stream fails. No entry holds personal data. Default: nothing is logged. */
  readonly log?: Log;
  /**
   * Where voters reach this backend: `https://vote.brand.example/api`. Its origin is then the only one
   * that counts as the backend's own. Default: the host that each request was sent to.
   */
  readonly publicUrl?: string;
  /** The path under which the routes are mounted, such as `/api`. Default: none. */
  readonly prefix?: string;
  /** Milliseconds between two `clock` events of a live stream. Default 15,000. */
  readonly heartbeat?: number;
  readonly limits?: Partial<Limits>;
  /** Makes the HMAC of the secret. Default: WebCrypto, which runs anywhere; in Node give `nodeHmac`, several times as fast. */
  readonly hmac?: (secret: Uint8Array) => Hmac;
}

export const DEFAULT_LIMITS: Limits = { watched: 64, watchers: 10_000 };
export const DEFAULT_HEARTBEAT = 15_000;

/**
 * The secret as bytes.
 * @throws RangeError where it is shorter than 32 bytes
 */
export function secretBytes(secret: string | Uint8Array): Uint8Array {
  const bytes = typeof secret === 'string' ? new TextEncoder().encode(secret) : secret;
  if (bytes.length < 32) throw new RangeError(`The secret has ${bytes.length} bytes; it needs at least 32.`);
  return bytes;
}
