import sharp, { type Sharp } from 'sharp';
import { ElectionError } from '../../model/errors.js';
import type { Develop, Format, Rendition } from './media.js';
import { widthsUpTo } from './photos.js';
import { pictureType } from '../../model/picture-type.js';
import { readHeic } from './node-heic.js';

/** A bomb is a few kilobytes that unfold to gigabytes: refused by what its head says, before it is unfolded. */
const MOST_PIXELS = 40_000_000;

/** What is see-through, as logos are, stays so; a JPEG has white behind it. */
const WRITERS: Readonly<Record<Format, (image: Sharp) => Sharp>> = {
  avif: (image) => image.avif({ quality: 55, effort: 2 }),
  webp: (image) => image.webp({ quality: 78, effort: 3 }),
  jpg: (image) => image.flatten({ background: '#fff' }).jpeg({ quality: 80, mozjpeg: true }),
};

// One picture keeps one core busy: votes have the other.
sharp.concurrency(1);

/** What the picture's bytes hold besides its pixels does not come through: nothing of the file is copied. */
export const develop: Develop = async (picture) => {
  const type = pictureType(picture);
  if (!type) throw new ElectionError('photo-unreadable', { detail: 'no picture' });
  const image = type === 'heic' ? await unfolded(picture) : await opened(picture);
  const renditions: Rendition[] = [];
  try {
    const { data, info } = await image
      .autoOrient()
      .resize({ width: 1280, height: 1600, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width: full, height, channels } = info;
    for (const width of widthsUpTo(full)) {
      const scaled = () => sharp(data, { raw: { width: full, height, channels } }).resize({ width });
      for (const format of Object.keys(WRITERS) as Format[])
        renditions.push({ width, format, bytes: await WRITERS[format](scaled()).toBuffer() });
    }
  } catch (cause) {
    throw new ElectionError('photo-unreadable', { cause });
  }
  return renditions;
};

async function unfolded(heic: Uint8Array): Promise<Sharp> {
  const { data, width, height } = await readHeic(heic, MOST_PIXELS);
  return sharp(data, { raw: { width, height, channels: 4 } });
}

async function opened(picture: Uint8Array): Promise<Sharp> {
  const image = sharp(picture, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
  const { width, height } = await image.metadata().catch((cause: unknown) => {
    const isLarge = cause instanceof Error && /pixel limit/.test(cause.message);
    throw new ElectionError(isLarge ? 'photo-too-large' : 'photo-unreadable', { cause });
  });
  if (width * height > MOST_PIXELS)
    throw new ElectionError('photo-too-large', { detail: `${MOST_PIXELS} pixels at most` });
  return image;
}
