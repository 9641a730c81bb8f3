import { scansIn } from './jpeg-scans.js';

/** The largest picture that is taken, in bytes. */
export const MAX_PHOTO = 12_000_000;

/** Cameras take one pass, editors a dozen. */
const MOST_SCANS = 100;

/** What a file is by its first bytes, whatever it is called; `undefined` for what is no picture that is taken. */
export function pictureType(bytes: Uint8Array): 'jpeg' | 'png' | 'webp' | 'avif' | 'heic' | undefined {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (text(0, 3) === '\xff\xd8\xff') return scansIn(bytes) > MOST_SCANS ? undefined : 'jpeg';
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp';
  if (text(4, 8) !== 'ftyp') return undefined;
  const brand = text(8, 12);
  if (brand === 'avif' || brand === 'avis') return 'avif';
  return /^(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand) ? 'heic' : undefined;
}
