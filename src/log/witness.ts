import { base64 } from './base64.js';
import { fromDecimal } from './decimal.js';
import { parseHashes } from './tlog-proof.js';

/** C2SP *tlog-witness*, the body of `add-checkpoint`: a checkpoint to be cosigned, and why it may be. */
export interface AddCheckpoint {
  /** The size that the witness cosigned last; 0: none yet. */
  readonly old: number;
  /** That the tree of then is how this one begins. */
  readonly proof: readonly Uint8Array[];
  /** A signed note. */
  readonly checkpoint: string;
}

const LONGEST = 393_216;

export const addCheckpointBody = ({ old, proof, checkpoint }: AddCheckpoint): string =>
  `old ${old}\n${proof.map((hash) => `${base64(hash)}\n`).join('')}\n${checkpoint}`;

/** The request; `undefined` where it is malformed. Its checkpoint is not looked at. */
export function parseAddCheckpoint(body: string): AddCheckpoint | undefined {
  const end = body.indexOf('\n\n');
  if (body.length > LONGEST || end < 0) return undefined;
  const [first = '', ...lines] = body.slice(0, end).split('\n');
  const old = first.startsWith('old ') ? fromDecimal(first.slice(4)) : undefined;
  const proof = parseHashes(lines);
  if (old === undefined || !proof) return undefined;
  return { old, proof, checkpoint: body.slice(end + 2) };
}

/** The body of a witness's 409, which tells the size that it cosigned last. */
export const CONFLICT_TYPE = 'text/x.tlog.size';
export const conflictBody = (size: number): string => `${size}\n`;

/** `undefined` where it tells no size. */
export const parseConflict = (body: string): number | undefined =>
  body.endsWith('\n') ? fromDecimal(body.slice(0, -1)) : undefined;
