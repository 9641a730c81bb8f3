import { existsSync } from 'node:fs';
import { parseVkey } from '../../log/note.js';
import { witnessOf } from '../../log/signer.js';
import { makeKey, nodeSha256, readKey } from '../signing/node-key.js';
import { witnessStateIn } from './node-state.js';
import { createWitness, type WitnessServer } from './witness.js';

export interface OpenedWitness extends WitnessServer {
  /** Of its cosignatures: what election files name. */
  readonly vkey: string;
}

export interface WitnessFiles {
  /** The witness's own key, made where there is none. */
  readonly key: string;
  /** In its signatures, without spaces or a plus: `witness.example/w1`. */
  readonly name: string;
  /** The vkeys of the logs that it knows. */
  readonly logs: readonly string[];
  /** The folder in which it keeps what it has co-signed; this process alone may use it. */
  readonly state: string;
  /** Milliseconds since 1970. Default: the real time. */
  readonly now?: () => number;
}

/**
 * A witness whose key and state are files.
 * @throws RangeError for a log that is no vkey of one; what the system says where a file cannot be read or made
 */
export async function openWitness({
  key,
  name,
  logs,
  state,
  now = Date.now,
}: WitnessFiles): Promise<OpenedWitness> {
  const known = logs.map((text) => {
    const log = parseVkey(nodeSha256, text);
    if (log?.type !== 0x01) throw new RangeError(`This is no public key of a log: ${text}`);
    return log;
  });
  if (!existsSync(key)) await makeKey(key);
  const witness = witnessOf(nodeSha256, name, await readKey(key));
  const { fetch } = createWitness({
    witness,
    logs: known,
    state: witnessStateIn(state),
    sha256: nodeSha256,
    now,
  });
  return { vkey: witness.vkey, fetch };
}
