/** A process that casts ballots until it is killed, and says of each when it was told that it is stored. */
import { openDataFolder } from '../../../src/server/storage/sqlite-folder.js';
import { openSqlite } from '../../../src/server/storage/sqlite.js';
import { DURING } from '../support/backend.js';
import { aCast } from './casts.js';

const [folder = '', election = ''] = process.argv.slice(2);
const { database } = await openDataFolder(folder);
const storage = await openSqlite(database, { now: () => DURING });

async function castWithoutEnd(): Promise<never> {
  for (;;) {
    const outcome = await storage.cast(aCast(election));
    if ('ballot' in outcome) process.stdout.write(`${outcome.ballot.sequence} ${outcome.ballot.ballot}\n`);
  }
}
await Promise.all(Array.from({ length: 64 }, castWithoutEnd));
