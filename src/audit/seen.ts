/** Checkpoints that were seen earlier: whoever keeps them can prove a fork. */
import { fromBase64, toBase64 } from './bytes.js';
import { isRecord, isWhole } from './entry.js';

export interface SeenCheckpoint {
  readonly size: number;
  /** b64 */
  readonly root: string;
}

/** By origin, smallest first. */
export type Seen = Readonly<Record<string, readonly SeenCheckpoint[]>>;

/** Of each log the newest so many are kept. */
const KEPT = 50;

/** @throws Error where the text is none of `seenText` */
export function readSeen(text: string): Seen {
  const value: unknown = JSON.parse(text);
  if (!isRecord(value)) throw new Error('no list of checkpoints');
  return Object.fromEntries(
    Object.entries(value).map(([origin, list]) => {
      if (!Array.isArray(list) || !list.every(isSeen)) throw new Error('no list of checkpoints');
      return [origin, list as SeenCheckpoint[]];
    }),
  );
}

const isSeen = (value: unknown): value is SeenCheckpoint =>
  isRecord(value) &&
  isWhole(value['size']) &&
  typeof value['root'] === 'string' &&
  fromBase64(value['root'])?.length === 32;

export const seenText = (seen: Seen): string => `${JSON.stringify(seen, null, 1)}\n`;

export function withSeen(seen: Seen, origin: string, size: number, root: Uint8Array): Seen {
  const before = Object.hasOwn(seen, origin) ? (seen[origin] ?? []) : [];
  const one = { size, root: toBase64(root) };
  if (before.some((other) => other.size === one.size && other.root === one.root)) return seen;
  const after = [...before, one].sort((a, b) => a.size - b.size).slice(-KEPT);
  return { ...seen, [origin]: after };
}
