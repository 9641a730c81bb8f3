/**
 * What a phone or a camera writes into a film besides what is seen and heard: where and when it was taken, with what, by
 * whom. It goes; what is left plays as it did, for nothing moves: a box that goes becomes one of the same length that is
 * free, as the format has it.
 */
import { ElectionError } from '../../model/errors.js';
import { boxesIn, boxIn, fourCharacters, type Box, type ReadAt } from './mp4-boxes.js';
import { fragmentsIn, sizesIn, trackOf } from './mp4-fragments.js';
import { samplesOf, type Stretch } from './mp4-samples.js';

/** Bytes that are written over; with zeros where no others are given. */
export interface Overwrite {
  readonly from: number;
  readonly to: number;
  readonly bytes?: Uint8Array;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** What is needed to play, by where it stands. All else goes, known or not. */
const PLAYS: Readonly<Record<string, ReadonlySet<string>>> = {
  file: words('ftyp moov mdat moof mfra sidx ssix styp pdin'),
  moov: words('mvhd trak mvex iods'),
  trak: words('tkhd mdia edts tref trgr tapt'),
  mdia: words('mdhd hdlr minf elng'),
  mvex: words('mehd trex leva'),
  moof: words('mfhd traf'),
  traf: words('tfhd tfdt trun sdtp sbgp sgpd subs saiz saio senc'),
  mfra: words('tfra mfro'),
};
/** Tracks that are seen, heard or read. Others say where the camera was, second by second. */
const SHOWN = words('vide soun subt sbtl text clcp');
/** Begin with when they were made, and last changed. */
const DATED = words('mvhd tkhd mdhd');
/** Few films have a hundred. */
const MOST_BOXES = 50_000;

/**
 * What is to be written over so that nothing is told but the film: what a camera's own tracks say, then all else, for one
 * finds the former by the latter. Cut off at any place, it is done again from the beginning.
 * @param size of the file, bytes
 * @throws ElectionError `video-unreadable`: what is in it cannot be told apart
 */
export async function overwritesInMp4(
  read: ReadAt,
  size: number,
): Promise<readonly (readonly Overwrite[])[]> {
  const samples: Overwrite[] = [];
  const boxes: Overwrite[] = [];
  const moofs: Box[] = [];
  /** Numbers of the tracks that are shown, and the sizes of all tracks' samples where fragments do not say them. */
  const shown = new Set<number>();
  let sizes: ReadonlyMap<number, number> = new Map();
  let seen = 0;

  /** Its head is that of a free box; one without a type gets a head, where there is room. */
  function free({ type, from, body, to }: Box): void {
    if (type === '' && to - from >= 8) boxes.push({ from, to: from + 4, bytes: sizeBytes(to - from) });
    if (body - from >= 8) boxes.push({ from: from + 4, to: from + 8, bytes: FREE });
    boxes.push({ from: type === '' && to - from < 8 ? from : body, to });
  }

  async function dropTrack(track: Box): Promise<void> {
    const stretches = await samplesOf(read, track);
    if (!stretches) throw new ElectionError('video-unreadable', { detail: 'a track' });
    blank(stretches);
    free(track);
  }

  function blank(stretches: readonly Stretch[]): void {
    for (const { from, to } of stretches) samples.push({ from: Math.max(from, 0), to: Math.min(to, size) });
  }

  /** What a fragment holds of a track that is not shown goes, its samples and what it says of them. */
  async function plainFragments(moof: Box): Promise<void> {
    const fragments = await fragmentsIn(read, moof, sizes);
    if (!fragments) throw new ElectionError('video-unreadable', { detail: 'a fragment' });
    for (const [i, { traf, track, stretches }] of fragments.entries()) {
      if (shown.has(track)) continue;
      blank(stretches);
      // What follows may lie where this one ends.
      if (fragments.slice(i + 1).every(({ isPlaced }) => isPlaced)) free(traf);
    }
  }

  async function walk(where: string, from: number, to: number): Promise<void> {
    for await (const box of boxesIn(read, from, to)) {
      if (++seen > MOST_BOXES) throw new ElectionError('video-unreadable', { detail: 'too many boxes' });
      const { type, body } = box;
      if (!PLAYS[where]?.has(type)) free(box);
      else if (type === 'trak' && !(await isShown(read, box))) await dropTrack(box);
      else if (Object.hasOwn(PLAYS, type)) {
        if (type === 'moof') moofs.push(box);
        if (type === 'mvex') sizes = await sizesIn(read, box);
        await walk(type, body, box.to);
      } else if (DATED.has(type)) {
        const [version = 0] = await read(body, body + 1);
        boxes.push({ from: body + 4, to: Math.min(body + (version === 1 ? 20 : 12), box.to) });
        if (type === 'tkhd') shown.add(trackOf(await read(body, Math.min(body + 24, box.to))));
      } else if (type === 'hdlr') boxes.push({ from: Math.min(body + 12, box.to), to: box.to });
    }
  }

  await walk('file', 0, size);
  for (const moof of moofs) await plainFragments(moof);
  return [samples, boxes];
}

async function isShown(read: ReadAt, track: Box): Promise<boolean> {
  const mdia = await boxIn(read, 'mdia', track);
  const hdlr = mdia && (await boxIn(read, 'hdlr', mdia));
  return hdlr !== undefined && SHOWN.has(fourCharacters(await read(hdlr.body, hdlr.body + 12), 8));
}

const FREE = new TextEncoder().encode('free');
const sizeBytes = (size: number): Uint8Array =>
  Uint8Array.of(size >>> 24, (size >>> 16) & 255, (size >>> 8) & 255, size & 255);
