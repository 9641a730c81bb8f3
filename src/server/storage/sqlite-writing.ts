/** All that is written into an SQLite file, over a connection of its own. One call at a time. */
import { eraseVoter } from './erasures.js';
import { castsIn, committed } from './flat-casts.js';
import { addRefused, putCosigned, tiers } from './log-notes.js';
import { append, type Db } from './log-writes.js';
import { sha256 } from './node-sha256.js';
import { putElection } from './putting.js';
import { randomOf } from './random.js';
import type { Means } from './sequencing.js';
import { prepareBallotBox } from './sqlite-ballot-box.js';
import type { ThreadOptions, Writing } from './sqlite-calls.js';
import { connect, kyselyOver } from './sqlite-connection.js';
import { enterWith, writeOf } from './topics.js';

/**
 * Durable when a commit returns (`FULL`). The write-ahead log goes into the file every 48 MB, not every 4: each time
 * takes two more fsyncs.
 */
const SETTINGS = `
  PRAGMA synchronous = FULL;
  PRAGMA cache_size = -65536;
  PRAGMA wal_autocheckpoint = 12000;
`;

/** @throws what the database says where it, or a table, cannot be opened */
export function openWriting({ path, seed }: ThreadOptions): Writing {
  const connection = connect(path, SETTINGS);
  const db = kyselyOver(connection);
  const means: Means = { sha: sha256, random: randomOf(seed) };
  const commitCasts = prepareBallotBox(connection, means);
  const together = <T>(write: (db: Db) => Promise<T>): Promise<T> => db.transaction().execute(write);

  return {
    commit: (casts, now) => committed(commitCasts(castsIn(casts), now)),
    putElection: (stored, options, entry) =>
      together(async (transaction) => {
        await putElection(transaction, stored, options, means);
        await enterWith(transaction, entry);
      }),
    append: (election, statement, size, now, entry) =>
      together(async (transaction) => {
        const head = await append(transaction, election, statement, size, now, means);
        if (head) await enterWith(transaction, entry);
        return head;
      }),
    eraseVoter: (election, ballot) =>
      together((transaction) => eraseVoter(transaction, election, ballot, () => crypto.randomUUID())),
    addRefused: (election, counts) => addRefused(db, election, counts),
    putCosigned: (election, cosigned) => putCosigned(db, election, cosigned),
    tiers: (election) => tiers(db, election),
    write: (topic, name, args, now, entry) =>
      together((transaction) =>
        writeOf(topic, name, args, entry)({ db: transaction, dialect: 'sqlite', now }),
      ),
    ping: () => undefined,
    close: () => {
      connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      connection.close();
    },
  };
}
