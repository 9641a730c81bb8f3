/** Where in a file a track's samples lie. */
import { boxIn, u32, u64, type Box, type ReadAt } from './mp4-boxes.js';

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Bytes of a table that is read: a hundred thousand entries and more. */
const TABLE = 2 ** 20;

/** Chunk by chunk, as the track's own tables have it. `undefined` where they cannot be read. */
export async function samplesOf(read: ReadAt, track: Box): Promise<readonly Stretch[] | undefined> {
  let inside: Box | undefined = track;
  for (const type of ['mdia', 'minf', 'stbl']) inside = inside && (await boxIn(read, type, inside));
  if (!inside) return [];
  const stbl = inside;
  const table = async (type: string): Promise<Uint8Array | undefined> => {
    const box = await boxIn(read, type, stbl);
    return box && box.to - box.body <= TABLE ? read(box.body, box.to) : undefined;
  };
  const [small, large] = [await table('stco'), await table('co64')];
  const offsets = small ?? large;
  const [runs, sizes] = [await table('stsc'), await table('stsz')];
  if (!offsets || !runs || !sizes) return undefined;

  const width = small ? 4 : 8;
  const chunks = Math.min(u32(offsets, 4), Math.floor((offsets.length - 8) / width));
  const one = u32(sizes, 4);
  const sizeOf = (sample: number): number => one || u32(sizes, 12 + sample * 4);
  const stretches: Stretch[] = [];
  let [run, sample] = [0, 0];
  for (let chunk = 0; chunk < chunks; chunk++) {
    // A run goes on until the chunk with which the next one begins, counted from 1.
    if ((run + 1) * 12 + 8 < runs.length && u32(runs, 8 + (run + 1) * 12) === chunk + 1) run += 1;
    const many = Math.min(u32(runs, 8 + run * 12 + 4), u32(sizes, 8) - sample);
    const from = small ? u32(offsets, 8 + chunk * 4) : u64(offsets, 8 + chunk * 8);
    let length = one * many;
    if (one === 0)
      for (let i = 0; i < many && length < Number.MAX_SAFE_INTEGER; i++) length += sizeOf(sample + i);
    sample += many;
    stretches.push({ from, to: from + length });
  }
  return stretches;
}
