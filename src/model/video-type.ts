/** What is taken, by how it ends an address. */
export const VIDEO_TYPES = { mp4: 'video/mp4', webm: 'video/webm' } as const;
export type VideoType = keyof typeof VIDEO_TYPES;

/** Of what begins with the same four letters, those that are pictures or sound. */
const NO_VIDEO = /^(avi[fs]|hei[cxms]|hev[cxms]|mif1|msf1|M4[AB] |crx )$/;

/**
 * What a video is by its first bytes, whatever it is called; an iPhone's videos are MP4 too. `undefined` for what is not
 * taken.
 */
export function videoType(bytes: Uint8Array): VideoType | undefined {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (text(4, 8) === 'ftyp') return NO_VIDEO.test(text(8, 12)) ? undefined : 'mp4';
  // EBML, which Matroska shares: the kind is said within its head.
  return text(0, 4) === '\x1a\x45\xdf\xa3' && text(4, 64).includes('\x42\x82\x84webm') ? 'webm' : undefined;
}
