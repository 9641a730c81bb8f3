import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { makeKey, openLogKey } from '../server/signing/node-key.js';
import { firstElection, idFor } from './first-election.js';
import { Failure } from './failure.js';
import { keyFileFor } from './log-key.js';

/**
 * Writes a first election file, and beside it the key that signs its log, unless there is one.
 * @param name the organiser's, in the log
 * @returns what was done, for the terminal
 * @throws Failure where it would not be a YAML file; what the system says, where the file is there already
 */
export async function init(file: string, name: string, now: Date): Promise<string> {
  if (!/\.ya?ml$/i.test(file))
    throw new Failure(`${file} would not be a YAML file: give it a name that ends with .yaml.`);
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const id = idFor(file);
  await writeFile(file, firstElection(id, now, timeZone), { flag: 'wx' });
  const key = keyFileFor([file]);
  if (!existsSync(key)) await makeKey(key);
  const { signer } = await openLogKey(key);
  return (
    `Wrote ${file}, and ${key}, the key that signs the log of the election: keep a copy of it, apart from the data.\n` +
    `Its public key, which anyone may know:\n  ${signer.vkey(`${name}/${id}`)}\n` +
    `Next: npx voix check ${file}, then npx voix serve ${file}. Voting opens in a week, unless the file says otherwise.`
  );
}
