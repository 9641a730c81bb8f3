import { utf8 } from './utf8.js';

/** C2SP *tlog-cosignature*, `cosignature/v1`: someone saw this checkpoint, and none that contradicts it. */
export interface Cosignature {
  /** When, in whole seconds since 1970. */
  readonly time: number;
  /** 64 bytes, over `cosignedText`. */
  readonly signature: Uint8Array;
}

const TIME_BYTES = 8;
const BYTES = TIME_BYTES + 64;

/** The text that a witness signs. */
export const cosignedText = (time: number, checkpoint: string): Uint8Array =>
  utf8(`cosignature/v1\ntime ${time}\n${checkpoint}`);

/** What stands in the note's line after the key's id: the time as a big-endian uint64, and the signature. */
export function cosignatureBytes({ time, signature }: Cosignature): Uint8Array {
  const bytes = new Uint8Array(TIME_BYTES + signature.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(time));
  bytes.set(signature, TIME_BYTES);
  return bytes;
}

/** `undefined` where they are of another length, or of a time beyond 2^53. */
export function parseCosignature(bytes: Uint8Array): Cosignature | undefined {
  if (bytes.length !== BYTES) return undefined;
  const time = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0));
  return Number.isSafeInteger(time) ? { time, signature: bytes.subarray(TIME_BYTES) } : undefined;
}
