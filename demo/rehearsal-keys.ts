import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  makeKey,
  openLogKey,
  openWitness,
  type ElectionFile,
  type LogKey,
  type OpenedWitness,
  type StoredElection,
} from 'voix/server';

/** In the origins of the rehearsal's logs. */
const NAME = 'demo.voix.local';
const WITNESS = 'witness.voix.local/demo';
/** Never asked over the network: the witness lives in the same process, for once. */
const ADDRESS = 'https://witness.voix.invalid';

/** Who answers for the rehearsal's logs: a key that signs them, and a witness that co-signs. */
export interface Keys {
  readonly logKey: LogKey;
  readonly witness: OpenedWitness;
  ask(url: string, body: string): Promise<Response>;
  /** The election with the key and the witness that its log names. */
  named(file: ElectionFile): StoredElection;
}

/**
 * Opens the keys in a folder; made where there are none.
 * @param data where the witness keeps what it has co-signed
 */
export async function openKeys(
  folder: string,
  data: string,
  elections: readonly ElectionFile[],
): Promise<Keys> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'log.key');
  if (!existsSync(file)) await makeKey(file);
  const logKey = await openLogKey(file);
  const keyOf = (id: string): string => logKey.signer.vkey(`${NAME}/${id}`);
  const witness = await openWitness({
    key: join(folder, 'witness.key'),
    name: WITNESS,
    logs: elections.map(({ election }) => keyOf(election.id)),
    state: join(data, 'witness'),
  });
  return {
    logKey,
    witness,
    ask: (url, body) => witness.fetch(new Request(url, { method: 'POST', body })),
    named: (file) => ({
      ...file,
      key: keyOf(file.election.id),
      witnesses: [{ key: witness.vkey, url: ADDRESS }],
    }),
  };
}

/** A month that begins anew begins new logs: under the old key they would be forks, and refused as such. */
export async function forgetKeys(folder: string, data: string): Promise<void> {
  for (const name of ['log.key', 'log.key.marks'])
    await rm(join(folder, name), { recursive: true, force: true });
  await rm(join(data, 'witness'), { recursive: true, force: true });
}
