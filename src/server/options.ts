import type { Clock } from '../model/clock.js';
import type { Sha256 } from '../log/hash.js';
import type { Signer } from '../log/signer.js';
import type { AdminOptions } from './admin/admin.js';
import type { Ask } from './clerk/witness-client.js';
import type { Log } from './log.js';
import type { Hmac } from './secrets.js';
import type { Media } from './media/media.js';
import type { ShareOptions } from './share/pictures.js';
import type { Marks } from './signing/marks.js';
import type { Storage } from './storage/storage.js';

export interface Limits {
  /** Elections that one live connection may watch. Default 64. */
  readonly watched: number;
  /** Live connections of this process; one more is told `overloaded`. Default 10,000. */
  readonly watchers: number;
  /** Bytes of a video that somebody uploads. Default 100,000,000. 0: none are taken. */
  readonly video: number;
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
  /** Milliseconds of silence after which a live stream is sent a `clock` event. Default 15,000. */
  readonly heartbeat?: number;
  readonly limits?: Partial<Limits>;
  /** Makes the HMAC of the secret. Default: WebCrypto, which runs anywhere; in Node give `nodeHmac`, several times as fast. */
  readonly hmac?: (secret: Uint8Array) => Hmac;
  /**
   * Signs the elections' logs, so that receipts prove something; `openLogKey` makes one of a file, with its
   * marks. Default: nothing is signed.
   */
  readonly signer?: Signer;
  /** How far each log was signed, kept apart from the database. Default: in memory, for as long as this process. */
  readonly marks?: Marks;
  /**
   * The organiser's name in the origin of logs that are begun here: `vote.brand.example`, without spaces or a
   * plus. Default: the host of `publicUrl`, else `voix.local`. A log keeps the one that it was begun with.
   */
  readonly name?: string;
  /** Default: one that runs anywhere; in Node give `nodeSha256`, twice as fast. */
  readonly sha256?: Sha256;
  /**
   * Where photos and videos of candidates are kept, and what reads and writes photos; `nodeMedia` makes it of a folder. Give
   * `publicUrl` too where pages of another origin show them. Default: none are taken.
   */
  readonly media?: Media;
  /** Draws the pictures that go with links to candidates; in Node `nodeShare()` does. Default: links have none. */
  readonly share?: ShareOptions;
  /** The admin's routes, mails and webhooks. Default: there are none. */
  readonly admin?: AdminOptions;
  /** Milliseconds between two turns of what is done unasked: the close, the proclamation, witnesses, mails. Default 2,000. */
  readonly turn?: number;
  /** Asks witnesses. Default: `fetch`. */
  readonly askWitness?: Ask;
}

export const DEFAULT_LIMITS: Limits = { watched: 64, watchers: 10_000, video: 100_000_000 };
export const DEFAULT_HEARTBEAT = 15_000;
export const DEFAULT_TURN = 2000;

/** The first part of the origins of logs. */
export const nameOf = ({ name, publicUrl }: Pick<ServerOptions, 'name' | 'publicUrl'>): string =>
  name ?? (publicUrl === undefined ? 'voix.local' : new URL(publicUrl).host);

/**
 * The secret as bytes.
 * @throws RangeError where it is shorter than 32 bytes
 */
export function secretBytes(secret: string | Uint8Array): Uint8Array {
  const bytes = typeof secret === 'string' ? new TextEncoder().encode(secret) : secret;
  if (bytes.length < 32) throw new RangeError(`The secret has ${bytes.length} bytes; it needs at least 32.`);
  return bytes;
}
