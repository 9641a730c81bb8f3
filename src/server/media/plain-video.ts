import type { VideoType } from '../../model/video-type.js';
import { overwritesInMp4, type Overwrite } from './mp4-plain.js';
import { overwritesInWebm } from './webm-plain.js';

const IN = { mp4: overwritesInMp4, webm: overwritesInWebm };

/** A file in pieces of one size, the last one smaller. */
export interface Pieces {
  read(piece: number): Promise<Uint8Array>;
  write(piece: number, bytes: Uint8Array): Promise<void>;
}

/**
 * Writes over what a video tells besides the film, in its pieces as they are kept, one at a time. Again, it changes nothing.
 * @param size of the file, bytes
 * @param length of a piece, bytes
 * @throws ElectionError `video-unreadable`
 */
export async function makePlain(
  pieces: Pieces,
  size: number,
  length: number,
  type: VideoType,
): Promise<void> {
  let held: { readonly piece: number; readonly bytes: Uint8Array } | undefined;
  const hold = async (piece: number): Promise<Uint8Array> => {
    if (held?.piece !== piece) held = { piece, bytes: await pieces.read(piece) };
    return held.bytes;
  };

  async function read(from: number, to: number): Promise<Uint8Array> {
    const last = Math.min(to, size);
    const piece = Math.floor(from / length);
    if (last <= (piece + 1) * length)
      return (await hold(piece)).subarray(from - piece * length, last - piece * length);
    const whole = new Uint8Array(last - from);
    for (let at = from; at < last; at = (Math.floor(at / length) + 1) * length) {
      const one = Math.floor(at / length);
      whole.set((await hold(one)).subarray(at - one * length, last - one * length), at - from);
    }
    return whole;
  }

  for (const overwrites of await IN[type](read, size)) {
    held = undefined;
    const touched = new Set<number>();
    for (const { from, to } of overwrites)
      for (let piece = Math.floor(from / length); piece * length < to; piece++) touched.add(piece);
    for (const piece of touched) {
      const before = await pieces.read(piece);
      const after = new Uint8Array(before);
      for (const overwrite of overwrites) write(after, piece * length, overwrite);
      if (after.some((byte, i) => byte !== before[i])) await pieces.write(piece, after);
    }
  }
}

/** As much of it as lies in these bytes, which begin at `start` in the file. */
function write(bytes: Uint8Array, start: number, { from, to, bytes: put }: Overwrite): void {
  const [first, last] = [Math.max(from - start, 0), Math.min(to - start, bytes.length)];
  if (first >= last) return;
  if (put) bytes.set(put.subarray(first - (from - start), last - (from - start)), first);
  else bytes.fill(0, first, last);
}
