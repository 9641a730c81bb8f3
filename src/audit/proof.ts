/** A proof that an entry is in a log, as C2SP *tlog-proof* has it. */
import { fromBase64, utf8 } from './bytes.js';
import { parseCheckpoint, type Checkpoint } from './checkpoint.js';
import { HASH } from './tree.js';

export interface Proof {
  /** The entry itself. */
  readonly entry: Uint8Array;
  readonly index: number;
  /** From the leaf's sibling up. */
  readonly path: readonly Uint8Array[];
  readonly checkpoint: Checkpoint;
}

/** No tree is higher. */
const MAX_PATH = 63;

/** `undefined` where it is none, or has no entry with it. */
export function parseProof(text: string): Proof | undefined {
  const blank = text.indexOf('\n\n');
  const [title, extra, index, ...hashes] = text.slice(0, Math.max(0, blank)).split('\n');
  if (title !== 'c2sp.org/tlog-proof@v1' || !extra?.startsWith('extra ')) return undefined;
  if (index === undefined || !/^index (0|[1-9]\d{0,14})$/.test(index) || hashes.length > MAX_PATH)
    return undefined;
  const entry = fromBase64(extra.slice('extra '.length));
  const path = hashes.map((hash) => fromBase64(hash));
  const checkpoint = parseCheckpoint(utf8(text.slice(blank + 2)));
  if (!entry || !checkpoint || !path.every((hash) => hash?.length === HASH)) return undefined;
  return { entry, index: Number(index.slice('index '.length)), path: path as Uint8Array[], checkpoint };
}
