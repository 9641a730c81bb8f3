/** Videos as people send them, and what is none. As much of them as is looked at. */
import { randomBytes } from 'node:crypto';

/** @param size bytes */
function filled(head: string, size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(randomBytes(size));
  bytes.set(Buffer.from(head, 'latin1'));
  return bytes;
}

export const mp4 = (size: number) => filled('\0\0\0\x18ftypisom\0\0\x02\0isomiso2\0\0\0\0mdat', size);
export const fromAnIPhone = (size: number) => filled('\0\0\0\x14ftypqt  \0\0\0\0qt  \0\0\0\0mdat', size);
const LIVE = '\x01\xff\xff\xff\xff\xff\xff\xff';
const WEBM = '\x1a\x45\xdf\xa3\x8b\x42\x86\x81\x01\x42\x82\x84webm';
/** A cluster of one block, of which nobody knew how long it would be. */
export function webm(size: number) {
  const head = `${WEBM}\x18\x53\x80\x67${LIVE}\x1f\x43\xb6\x75${LIVE}\xa3`;
  const block = Buffer.alloc(8);
  block.writeBigUInt64BE(BigInt(size - head.length - 8));
  block[0] = 1;
  return filled(head + block.toString('latin1'), size);
}

export const NO_VIDEOS = {
  'a page': filled('<!doctype html><script>alert(1)</script>', 200),
  'a picture': filled('\0\0\0\x1cftypavif\0\0\0\0', 200),
  'a HEIC': filled('\0\0\0\x1cftypheic\0\0\0\0', 200),
  'a song': filled('\0\0\0\x1cftypM4A \0\0\0\0', 200),
  'a Matroska': filled('\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x88matroska', 200),
  'an executable': filled('MZ', 200),
  'a line': filled('x', 1),
} as const;
