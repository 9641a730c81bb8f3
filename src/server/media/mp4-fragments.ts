/** Where the samples of a film lie that comes in fragments (ISO/IEC 14496-12, 8.8). */
import { boxesIn, boxIn, u32, u64, type Box, type ReadAt } from './mp4-boxes.js';
import type { Stretch } from './mp4-samples.js';

/** What one fragment holds of one track. */
export interface TrackFragment {
  readonly traf: Box;
  readonly track: number;
  /** Whether it says where its samples are; else they follow those of the one before it. */
  readonly isPlaced: boolean;
  readonly stretches: readonly Stretch[];
}

/** Bytes of a run's table that are read: a minute of film has a hundredth of it. */
const TABLE = 2 ** 20;

/** Members of a head, in their order, with the flag that says whether each is there, and its bytes. */
const TFHD = { base: [0x1, 8], description: [0x2, 4], duration: [0x8, 4], size: [0x10, 4] } as const;
const IS_WITHIN_MOOF = 0x20000;
const TRUN = { offset: 0x1, firstFlags: 0x4, size: 0x200 } as const;
/** Members of each sample: its duration, size, flags and shift, where the run has them. */
const SAMPLE = [0x100, 0x200, 0x400, 0x800] as const;

/** The track's number, of a `tkhd`. */
export function trackOf(tkhd: Uint8Array): number {
  return u32(tkhd, tkhd[0] === 1 ? 20 : 12);
}

/** Bytes of a sample where its fragment says nothing, by track. */
export async function sizesIn(read: ReadAt, mvex: Box): Promise<ReadonlyMap<number, number>> {
  const sizes = new Map<number, number>();
  for await (const { type, body, to } of boxesIn(read, mvex.body, mvex.to)) {
    const trex = type === 'trex' ? await read(body, Math.min(body + 24, to)) : undefined;
    if (trex) sizes.set(u32(trex, 4), u32(trex, 16));
  }
  return sizes;
}

/** `undefined` where it cannot be read. @param sizes of samples, by track */
export async function fragmentsIn(
  read: ReadAt,
  moof: Box,
  sizes: ReadonlyMap<number, number>,
): Promise<readonly TrackFragment[] | undefined> {
  const fragments: TrackFragment[] = [];
  let end = moof.from;
  for await (const traf of boxesIn(read, moof.body, moof.to)) {
    if (traf.type !== 'traf') continue;
    const tfhd = await boxIn(read, 'tfhd', traf);
    if (!tfhd) return undefined;
    const head = await read(tfhd.body, Math.min(tfhd.body + 32, tfhd.to));
    const { track, base, size = sizes.get(track) ?? 0, isPlaced } = headOf(head, moof.from);
    const stretches: Stretch[] = [];
    let at = base ?? end;
    for await (const { type, body, to } of boxesIn(read, traf.body, traf.to)) {
      if (type !== 'trun') continue;
      if (to - body > TABLE) return undefined;
      const { offset, length } = runOf(await read(body, to), size);
      const from = offset === undefined ? at : (base ?? end) + offset;
      at = from + length;
      stretches.push({ from, to: at });
    }
    end = at;
    fragments.push({ traf, track, isPlaced, stretches });
  }
  return fragments;
}

function headOf(tfhd: Uint8Array, moof: number) {
  const flags = u32(tfhd, 0);
  const found: Partial<Record<keyof typeof TFHD, number>> = {};
  let at = 8;
  for (const name of Object.keys(TFHD) as (keyof typeof TFHD)[]) {
    const [flag, bytes] = TFHD[name];
    if (!(flags & flag)) continue;
    found[name] = bytes === 8 ? u64(tfhd, at) : u32(tfhd, at);
    at += bytes;
  }
  const base = found.base ?? (flags & IS_WITHIN_MOOF ? moof : undefined);
  return { track: u32(tfhd, 4), size: found.size, base, isPlaced: base !== undefined };
}

/** @param size of each sample, where the run does not say it itself */
function runOf(trun: Uint8Array, size: number): { offset: number | undefined; length: number } {
  const flags = u32(trun, 0);
  const samples = u32(trun, 4);
  const offset = flags & TRUN.offset ? u32(trun, 8) | 0 : undefined;
  if (!(flags & TRUN.size)) return { offset, length: samples * size };
  const first = 8 + (offset === undefined ? 0 : 4) + (flags & TRUN.firstFlags ? 4 : 0);
  const width = 4 * SAMPLE.filter((flag) => flags & flag).length;
  const within = first + (flags & SAMPLE[0] ? 4 : 0);
  let length = 0;
  for (let at = within; at < Math.min(first + samples * width, trun.length); at += width)
    length += u32(trun, at);
  return { offset, length };
}
