/** The signed head of a log, as C2SP *tlog-checkpoint* has it. */
import { fromBase64 } from './bytes.js';
import { parseNote, type Note } from './note.js';
import { HASH } from './tree.js';

export interface Checkpoint {
  readonly origin: string;
  /** The id after the origin's last slash. */
  readonly election: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly note: Note;
}

/** Rows are counted in 32 bits; no election comes near. */
const MAX_SIZE = 2 ** 31;

/** `undefined` where it is none, or of no election. */
export function parseCheckpoint(bytes: Uint8Array): Checkpoint | undefined {
  const note = parseNote(bytes);
  const [origin, size, encoded, ...more] = note?.body.slice(0, -1).split('\n') ?? [];
  if (!note || !origin || size === undefined || encoded === undefined) return undefined;
  const [, election] = /^\S+\/([a-z0-9][a-z0-9-]{0,63})$/u.exec(origin) ?? [];
  const root = fromBase64(encoded);
  if (election === undefined || root?.length !== HASH || more.includes('')) return undefined;
  if (!/^(0|[1-9]\d{0,10})$/.test(size) || Number(size) > MAX_SIZE) return undefined;
  return { origin, election, size: Number(size), root, note };
}
