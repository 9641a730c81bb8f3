import { existsSync } from 'node:fs';
import { makeKey, openLogKey } from '../server/signing/node-key.js';
import { originOf } from '../server/signing/stale.js';
import { writeStorage, type Where } from './database.js';
import { Failure } from './failure.js';
import { count } from './findings.js';

export interface RotateKey extends Where {
  /** The new key; made where there is none. */
  readonly key: string;
}

/**
 * Puts a new key in force for all logs: each gets an entry that says so. Whoever still has the old one signs
 * nothing any more.
 * @returns what was done, for the terminal
 * @throws Failure where the key is in force already, or there is no signed log
 */
export async function rotateKey({ key: file, ...where }: RotateKey): Promise<string> {
  const storage = await writeStorage(where);
  try {
    const signed = (await storage.elections()).filter(({ key }) => key !== undefined);
    if (signed.length === 0) throw new Failure('There is no signed log here: there is nothing to change.');
    if (!existsSync(file)) await makeKey(file);
    const { signer } = await openLogKey(file);
    const lines = [];
    for (const { election, key = '' } of signed) {
      const next = signer.vkey(originOf(key));
      if (next === key) continue;
      await storage.log?.append(election.id, { type: 'key', key: next });
      lines.push(`  ${next}`);
    }
    if (lines.length === 0) throw new Failure(`The key ${file} is in force already: name a new file.`);
    return (
      `${count(lines.length, 'log')} signed by ${file} from now on:\n${lines.join('\n')}\n` +
      'Restart the servers with this key, and tell the witnesses the new public keys.'
    );
  } finally {
    await storage.close();
  }
}
