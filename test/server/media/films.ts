/** Films made box by box, and what becomes of them. */
import type { VideoType } from '../../../src/model/video-type.js';
import type { ReadAt } from '../../../src/server/media/mp4-boxes.js';
import { makePlain } from '../../../src/server/media/plain-video.js';

/** Made plain in pieces of a length. @param breakAt fails at the write of that number, from 0 */
export async function plain(
  film: Uint8Array,
  length: number,
  breakAt = Infinity,
  type: VideoType = 'mp4',
): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < film.length; at += length) pieces.push(film.subarray(at, at + length));
  let writes = 0;
  const write = async (piece: number, bytes: Uint8Array): Promise<void> => {
    if (writes++ === breakAt) throw new Error('cut off');
    pieces[piece] = bytes;
  };
  const read = async (piece: number) => pieces[piece] ?? new Uint8Array();
  await makePlain({ read, write }, film.length, length, type).catch((thrown: unknown) => {
    if (writes <= breakAt) throw thrown;
  });
  return Buffer.concat(pieces);
}

export const readerOf =
  (film: Uint8Array): ReadAt =>
  async (from, to) =>
    film.subarray(from, to);

export const box = (type: string, ...inside: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(inside);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
};
export const numbers = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, i) => bytes.writeUInt32BE(value, i * 4));
  return bytes;
};
