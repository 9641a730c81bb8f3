/**
 * What a WebM tells besides what is seen and heard: tags, attachments, dates, titles, with what it was made. It goes, and
 * nothing moves: every element stays where it is, as long as it is, with nothing in it.
 */
import { ElectionError } from '../../model/errors.js';
import type { ReadAt } from './mp4-boxes.js';
import type { Overwrite } from './mp4-plain.js';

const [SEGMENT, INFO, CLUSTER, VOID] = [0x18538067, 0x1549a966, 0x1f43b675, 0xec];
/** What is needed to play, by where it stands; with what a cluster holds, for one may be as long as it takes. */
const PLAYS: Readonly<Record<'file' | 'segment' | 'info', ReadonlySet<number>>> = {
  file: new Set([0x1a45dfa3, SEGMENT]),
  segment: new Set([0x114d9b74, INFO, 0x1654ae6b, CLUSTER, 0x1c53bb6b, 0xe7, 0xa3, 0xa0, 0xa7, 0xab]),
  info: new Set([0x2ad7b1, 0x4489]),
};
/** Many hours of clusters. */
const MOST_ELEMENTS = 50_000;

interface Element {
  readonly id: number;
  readonly body: number;
  /** `undefined`: as long as it takes. */
  readonly to: number | undefined;
}

/**
 * What is to be written over, as `overwritesInMp4` has it.
 * @throws ElectionError `video-unreadable`
 */
export async function overwritesInWebm(
  read: ReadAt,
  size: number,
): Promise<readonly (readonly Overwrite[])[]> {
  const overwrites: Overwrite[] = [];
  let seen = 0;

  async function walk(where: keyof typeof PLAYS, from: number, to: number): Promise<void> {
    for (let at = from; at < to;) {
      if (++seen > MOST_ELEMENTS)
        throw new ElectionError('video-unreadable', { detail: 'too many elements' });
      const element = elementIn(await read(at, Math.min(at + 12, to)), at);
      const isCut = element?.id === CLUSTER || element?.id === SEGMENT;
      const end = isCut ? Math.min(element.to ?? to, to) : element?.to;
      if (!element || end === undefined || end > to) return void overwrites.push(...voided(at, to));
      const { id, body } = element;
      at = end;
      if (id === SEGMENT && where === 'file') await walk('segment', body, end);
      else if (id === INFO && where === 'segment') await walk('info', body, end);
      // What it holds comes next, for nobody knows yet where it ends.
      else if (id === CLUSTER && element.to === undefined) at = body;
      else if (!PLAYS[where].has(id))
        overwrites.push(...(where === 'info' ? [{ from: body, to: end }] : voided(body, end)));
    }
  }

  await walk('file', 0, size);
  return [overwrites];
}

/** An element of nothing, from one offset to another. */
function voided(from: number, to: number): readonly Overwrite[] {
  const length = to - from;
  if (length < 2) return [{ from, to }];
  const isShort = length <= 128;
  const head = new Uint8Array(isShort ? 2 : 9);
  head[0] = VOID;
  if (isShort) head[1] = 0x80 | (length - 2);
  else {
    new DataView(head.buffer).setBigUint64(1, BigInt(length - 9));
    head[1] = 1;
  }
  return [
    { from, to: from + head.length, bytes: head },
    { from: from + head.length, to },
  ];
}

/** `undefined` where there is none. @param head its first bytes */
function elementIn(head: Uint8Array, at: number): Element | undefined {
  const idLength = Math.clz32(head[0] ?? 0) - 23;
  const sizeLength = Math.clz32(head[idLength] ?? 0) - 23;
  if (idLength > 4 || sizeLength > 8 || head.length < idLength + sizeLength) return undefined;
  let [id, size] = [0, (head[idLength] ?? 0) & (0xff >> sizeLength)];
  for (const byte of head.subarray(0, idLength)) id = id * 256 + byte;
  let isUnknown = size === 0xff >> sizeLength;
  for (const byte of head.subarray(idLength + 1, idLength + sizeLength)) {
    size = size * 256 + byte;
    isUnknown &&= byte === 0xff;
  }
  const body = at + idLength + sizeLength;
  return { id, body, to: isUnknown ? undefined : body + size };
}
