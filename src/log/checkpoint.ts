import { base64, fromBase64 } from './base64.js';
import { fromDecimal } from './decimal.js';
import { HASH_BYTES } from './hash.js';

/** C2SP *tlog-checkpoint*: what a log claims to be. */
export interface Checkpoint {
  /** Which log: `vote.brand.example/maison-lavande`. Also the name of the key that signs it. */
  readonly origin: string;
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
}

/** The text that is signed. */
export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${base64(root)}\n`;

/** What a note's text claims; `undefined` where it is no checkpoint. Lines beyond the third are passed over. */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const [origin = '', decimal = '', hash = '', ...rest] = text.split('\n');
  const size = fromDecimal(decimal);
  const root = fromBase64(hash);
  const isWhole = rest.pop() === '' && !rest.includes('');
  if (!isWhole || origin === '' || size === undefined || root?.length !== HASH_BYTES) return undefined;
  return { origin, size, root };
}
