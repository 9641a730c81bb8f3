/** The key that signs the logs: where it is, and whether it is theirs. */
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeKey, openLogKey, type LogKey } from '../server/signing/node-key.js';
import { originOf } from '../server/signing/stale.js';
import type { StoredElection } from '../server/storage/storage.js';
import { Failure } from './failure.js';

const KEY = 'log.key';

/** Beside the first election file; where none is named, in the working directory. */
export function keyFileFor(files: readonly string[]): string {
  const [first] = files;
  if (first === undefined) return KEY;
  return join(existsSync(first) && statSync(first).isDirectory() ? first : dirname(first), KEY);
}

/**
 * Opens the key, or makes it where nothing has been signed yet.
 * @param onMade is told where a new key is
 * @throws Failure where it is missing and a log is signed, or it is another log's
 */
export async function holdKey(
  file: string,
  stored: readonly StoredElection[],
  onMade: (file: string) => void,
): Promise<LogKey> {
  if (!existsSync(file)) {
    const signed = stored.find(({ key }) => key !== undefined);
    if (signed)
      throw new Failure(
        `There is no key ${file}, and the log of \`${signed.election.id}\` is signed: name its key with --key FILE. ` +
          'Where it is lost, `voix rotate-key` puts a new one in force, and the log says so.',
      );
    await makeKey(file);
    onMade(file);
  }
  const key = await openLogKey(file);
  const other = stored.find((one) => one.key !== undefined && one.key !== key.signer.vkey(originOf(one.key)));
  if (other)
    throw new Failure(
      `The key ${file} is not the one that signs the log of \`${other.election.id}\`: that is\n  ${other.key}\n` +
        'Name the right one with --key FILE; a new one comes into force with `voix rotate-key`.',
    );
  return key;
}
