import { isDeepStrictEqual } from 'node:util';
import type { Storage } from '../server/storage/storage.js';
import { Failure } from './failure.js';
import { readElections } from './election-files.js';
import { count, describeFindings } from './findings.js';
import { frozenChanges } from './frozen.js';

/**
 * Brings what the files describe into the storage: all of it, or nothing where one file is wrong or
 * would change what voting has fixed. What is there and not described stays as it is.
 * @returns how many elections were added or changed
 * @throws Failure naming what is wrong and where
 */
export async function loadElections(
  storage: Storage,
  paths: readonly string[],
  now: number,
): Promise<number> {
  const elections = await readElections(paths);
  const complaints: string[] = [];
  const changed = [];
  for (const { file, text, read } of elections) {
    if (!read.ok) {
      complaints.push(describeFindings(file, text, read.findings));
      continue;
    }
    const { election } = read.value;
    const stored = await storage.election(election.id);
    const frozen = stored ? frozenChanges(stored.election, election, now) : [];
    if (frozen.length > 0)
      complaints.push(
        `${file}: voting in \`${election.id}\` has opened (${stored?.election.calendar.voting}), and with it this is fixed:\n` +
          frozen.map((change) => `  - ${change}\n`).join('') +
          '  Undo this in the file; for an election that has not been held yet, give it another id or use another --data folder.\n',
      );
    else if (!isDeepStrictEqual(stored, read.value)) changed.push(read.value);
  }
  if (complaints.length > 0)
    throw new Failure(
      `${count(complaints.length, 'election file')} cannot be served; nothing was changed.\n\n${complaints.join('\n')}`,
    );
  for (const election of changed) await storage.putElection(election);
  return changed.length;
}
