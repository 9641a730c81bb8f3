import { lookup as lookUp } from 'node:dns';
import { get as getPlain } from 'node:http';
import { get, type RequestOptions } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { MAX_PHOTO, pictureType } from '../../model/picture-type.js';
import { isOutside } from '../webhooks/node-deliver.js';
import type { ReadPhoto } from './pictures.js';

export interface WebPhotoOptions {
  /** What a path is relative to: the backend's public address. Default: photos at a path are not read. */
  readonly base?: string | undefined;
  /** Reads from this machine and from private networks, by http too. Default false. */
  readonly allowPrivate?: boolean;
}

/** Milliseconds until all of it must be there. */
const PATIENCE = 5000;

/**
 * Reads photos from the web, which whoever edits an election names: by https, from outside every private network. The
 * address that was found good is the one that is connected to; nothing that points elsewhere is followed. Gives
 * `undefined` for what is refused, out of reach, too large or no picture.
 */
export function photoFromWeb({ base, allowPrivate = false }: WebPhotoOptions = {}): ReadPhoto {
  const lookup: LookupFunction = (hostname, options, callback) => {
    lookUp(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      const inside = !allowPrivate && addresses.some(({ address }) => !isOutside(address));
      return callback(inside ? new Error('It leads into a private network.') : null, addresses);
    });
  };

  return async (src) => {
    const url = URL.canParse(src, base) ? new URL(src, base) : undefined;
    if (!url || !(url.protocol === 'https:' || (allowPrivate && url.protocol === 'http:'))) return undefined;
    const literal = url.hostname.replace(/^\[|\]$/g, '');
    if (!allowPrivate && isIP(literal) !== 0 && !isOutside(literal)) return undefined;
    const bytes = await read(url, { lookup, agent: false, signal: AbortSignal.timeout(PATIENCE) });
    return bytes && pictureType(bytes) ? bytes : undefined;
  };
}

const read = (url: URL, options: RequestOptions): Promise<Uint8Array | undefined> =>
  new Promise((resolve) => {
    const nothing = () => resolve(undefined);
    const send = url.protocol === 'https:' ? get : getPlain;
    send(url, options, (answer) => {
      const parts: Buffer[] = [];
      let length = 0;
      answer.on('data', (part: Buffer) => {
        length += part.length;
        if (length > MAX_PHOTO) answer.destroy();
        else parts.push(part);
      });
      answer.on('end', () => resolve(answer.statusCode === 200 ? Buffer.concat(parts) : undefined));
      answer.on('close', nothing);
      answer.on('error', nothing);
    }).on('error', nothing);
  });
