/** The boxes of which an MP4 is made (ISO/IEC 14496-12), a QuickTime film too: read as they stand, wherever that is. */

/** Bytes `from` to `to` of a file; fewer where it ends. */
export type ReadAt = (from: number, to: number) => Promise<Uint8Array>;

/** Offsets are within the file. */
export interface Box {
  /** Four characters. */
  readonly type: string;
  readonly from: number;
  /** Where what it holds begins. */
  readonly body: number;
  readonly to: number;
}

export const u32 = (bytes: Uint8Array, at: number): number =>
  (((bytes[at] ?? 0) << 24) |
    ((bytes[at + 1] ?? 0) << 16) |
    ((bytes[at + 2] ?? 0) << 8) |
    (bytes[at + 3] ?? 0)) >>>
  0;
export const u64 = (bytes: Uint8Array, at: number): number => u32(bytes, at) * 2 ** 32 + u32(bytes, at + 4);
export const fourCharacters = (bytes: Uint8Array, at: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + 4));

/**
 * The boxes between two offsets, one after the other. What is left that is none, or one that goes beyond the end, comes as
 * one without a type, all of it.
 */
export async function* boxesIn(read: ReadAt, from: number, to: number): AsyncGenerator<Box> {
  for (let at = from; at < to;) {
    const head = await read(at, Math.min(at + 16, to));
    const type = fourCharacters(head, 4);
    const size = u32(head, 0);
    const isLong = size === 1;
    const body = at + (isLong ? 16 : 8);
    const said = size === 0 ? to : at + (isLong ? u64(head, 8) : size);
    // A film that was cut off plays as far as it goes.
    const end = type === 'mdat' ? Math.min(said, to) : said;
    const isBox = /^[\x20-\x7e\xa9]{4}$/.test(type) && end >= body && end <= to;
    if (!isBox) return yield { type: '', from: at, body: Math.min(at + 8, to), to };
    yield { type, from: at, body, to: end };
    at = end;
  }
}

/** The first box of a type. */
export async function boxIn(read: ReadAt, type: string, { body, to }: Box): Promise<Box | undefined> {
  for await (const box of boxesIn(read, body, to)) if (box.type === type) return box;
  return undefined;
}
