/** Markers that stand by themselves, without a length: TEM, and the restarts and bounds. */
const isBare = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9);
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/**
 * In how many passes a JPEG is drawn. Each pass goes over the whole picture, and may take a few dozen bytes: a small file
 * can keep a core busy for a minute. What follows the picture, as the film of a moving photo, is not looked at.
 */
export function scansIn(jpeg: Uint8Array): number {
  let scans = 0;
  for (let at = jpeg.indexOf(0xff); at >= 0 && at + 3 < jpeg.length; at = jpeg.indexOf(0xff, at)) {
    const marker = jpeg[at + 1] ?? 0;
    if (marker === END_OF_IMAGE) break;
    if (marker === START_OF_SCAN) scans++;
    // An escaped byte of pixels, or a byte that fills up.
    if (marker === 0 || marker === 0xff) at += marker === 0 ? 2 : 1;
    else at += isBare(marker) ? 2 : 2 + (((jpeg[at + 2] ?? 0) << 8) | (jpeg[at + 3] ?? 0));
  }
  return scans;
}
