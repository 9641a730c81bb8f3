import { parseCheckpoint, type Checkpoint } from './checkpoint.js';
import { parseNote, type VerifierKey } from './note.js';
import { verifiedBy, type Verified } from './verified.js';

/** A checkpoint that its log has signed. */
export interface OpenedCheckpoint extends Checkpoint {
  /** Those of the witnesses asked about whose cosignatures are on it. */
  readonly witnesses: readonly Verified[];
}

/**
 * Reads a checkpoint that one does not trust.
 * @param note a whole signed note
 * @param keys of the log, one of which must have signed; their name is the log's origin
 * @param witnesses keys of cosignatures (`0x04`)
 * @returns `undefined` where it is malformed, of another log, not signed, or bears a false signature of these keys
 */
export async function openCheckpoint(
  note: string,
  keys: readonly VerifierKey[],
  witnesses: readonly VerifierKey[] = [],
): Promise<OpenedCheckpoint | undefined> {
  const parsed = parseNote(note);
  const checkpoint = parsed && parseCheckpoint(parsed.text);
  if (!checkpoint) return undefined;
  const verified = await verifiedBy(parsed, [...keys, ...witnesses]);
  if (!verified?.some(({ key }) => keys.includes(key) && key.name === checkpoint.origin)) return undefined;
  return { ...checkpoint, witnesses: verified.filter(({ key }) => witnesses.includes(key)) };
}
