import { photoAt, widthsUpTo, type Photos } from '../media/photos.js';
import type { ReadPhoto } from './pictures.js';

/** Pixels: as wide as a portrait stands in a picture. */
const WIDE_ENOUGH = 486;

/**
 * Reads photos that the backend keeps itself, in the smallest width that will do; any other is the host's to read.
 * @param base of the photos' addresses, without a slash at the end
 */
export const photoReader =
  (photos: Photos | undefined, base: string, read?: ReadPhoto): ReadPhoto =>
  async (src) => {
    const kept = photoAt(base, src);
    if (!photos || !kept) return read?.(src);
    const width = widthsUpTo(kept.widest).find((one) => one >= WIDE_ENOUGH) ?? kept.widest;
    return (await photos.read(`${kept.id}-${width}.jpg`, ''))?.bytes;
  };
