/**
 * The thread that writes: it has a connection of its own, and does one call after the other. Waiting for the
 * disk, it holds up nobody who reads a request or writes an answer.
 */
import { hash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { eraseVoter } from './erasures.js';
import { castsIn, committed } from './flat-casts.js';
import { addRefused, putCosigned, tiers } from './log-notes.js';
import { append, type Db } from './log-writes.js';
import { putElection } from './putting.js';
import { randomOf } from './random.js';
import type { Means } from './sequencing.js';
import { prepareBallotBox } from './sqlite-ballot-box.js';
import { failureOf, type Answer, type Call, type ThreadOptions, type Writing } from './sqlite-calls.js';
import { connect, kyselyOver } from './sqlite-connection.js';

/** Durable when a commit returns (`FULL`). The write-ahead log goes into the file every 16 MB, not every 4. */
const SETTINGS = `
  PRAGMA synchronous = FULL;
  PRAGMA cache_size = -65536;
  PRAGMA wal_autocheckpoint = 4000;
`;

const { path, seed } = workerData as ThreadOptions;
const connection = connect(path, SETTINGS);
const db = kyselyOver(connection);
const means: Means = { sha: (bytes) => hash('sha256', bytes, 'buffer'), random: randomOf(seed) };
const commitCasts = prepareBallotBox(connection, means);
const together = <T>(write: (db: Db) => Promise<T>): Promise<T> => db.transaction().execute(write);

const writing: Writing = {
  commit: (casts, now) => committed(commitCasts(castsIn(casts), now)),
  putElection: (stored, options) =>
    together((transaction) => putElection(transaction, stored, options, means)),
  append: (election, statement, size, now) =>
    together((transaction) => append(transaction, election, statement, size, now, means)),
  eraseVoter: (election, ballot) =>
    together((transaction) => eraseVoter(transaction, election, ballot, () => crypto.randomUUID())),
  addRefused: (election, counts) => addRefused(db, election, counts),
  putCosigned: (election, cosigned) => putCosigned(db, election, cosigned),
  tiers: (election) => tiers(db, election),
  close: () => {
    connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    connection.close();
  },
};

async function answerTo({ id, name, args }: Call): Promise<Answer> {
  try {
    const call = writing[name] as (...given: readonly unknown[]) => unknown;
    return { id, result: await call(...args) };
  } catch (thrown) {
    return { id, failure: failureOf(thrown) };
  }
}

let last: Promise<void> = Promise.resolve();
parentPort?.on('message', (call: Call) => {
  last = last.then(async () => parentPort?.postMessage(await answerTo(call)));
});
parentPort?.postMessage('ready');
