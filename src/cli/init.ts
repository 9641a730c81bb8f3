import { writeFile } from 'node:fs/promises';
import { firstElection } from './first-election.js';
import { Failure } from './failure.js';

/**
 * Writes a first election file.
 * @throws Failure where it would not be a YAML file; what the system says, where the file is there already
 */
export async function init(file: string, now: Date): Promise<void> {
  if (!/\.ya?ml$/i.test(file))
    throw new Failure(`${file} would not be a YAML file: give it a name that ends with .yaml.`);
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  await writeFile(file, firstElection(now, timeZone), { flag: 'wx' });
}
