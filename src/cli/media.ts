import { join } from 'node:path';
import { nodeMedia } from '../server/media/node-media.js';
import type { Media } from '../server/media/media.js';
import { mediaBucket } from '../server/media/s3.js';
import { Failure } from './failure.js';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where photos are kept: the data folder, or the bucket that VOIX_S3 names.
 * @throws Failure where the bucket's address or keys make no sense
 */
export function mediaOf(data: string, environment: Environment): Media {
  const { VOIX_S3: address, VOIX_S3_KEY: key, VOIX_S3_SECRET: secret, VOIX_S3_REGION: region } = environment;
  const media = nodeMedia(join(data, 'media'));
  if (!address) return media;
  if (!URL.canParse(address) || !/^https?:/.test(address))
    throw new Failure(`VOIX_S3 is ${address}: it must be the address of a bucket.`);
  if (!key || !secret) throw new Failure('VOIX_S3 needs VOIX_S3_KEY and VOIX_S3_SECRET.');
  return { ...media, store: mediaBucket({ address, key, secret, ...(region && { region }) }) };
}

/**
 * Bytes of a video that somebody uploads, where VOIX_VIDEO_MB says how many millions; 0 takes none.
 * @throws Failure where it is no number
 */
export function videoLimitOf({ VOIX_VIDEO_MB: most }: Environment): { readonly video?: number } {
  if (!most) return {};
  if (!/^\d{1,5}$/.test(most)) throw new Failure(`VOIX_VIDEO_MB is ${most}: it must be a whole number.`);
  return { video: Number(most) * 1_000_000 };
}
