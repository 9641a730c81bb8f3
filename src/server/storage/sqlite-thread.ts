/**
 * The thread that writes: it has a connection of its own, and does one call after the other. Waiting for the
 * disk, it holds up nobody who reads a request or writes an answer.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { castsIn, committed } from './flat-casts.js';
import { prepareBallotBox } from './sqlite-ballot-box.js';
import { connect } from './sqlite-connection.js';
import { failureOf, type Answer, type Call, type Writing } from './sqlite-calls.js';

/** Durable when a commit returns (`FULL`). The write-ahead log goes into the file every 16 MB, not every 4. */
const SETTINGS = `
  PRAGMA synchronous = FULL;
  PRAGMA cache_size = -65536;
  PRAGMA wal_autocheckpoint = 4000;
`;

const connection = connect(workerData as string, SETTINGS);
const commitCasts = prepareBallotBox(connection);

const writing: Writing = {
  commit: (casts, now) => committed(commitCasts(castsIn(casts), now)),
  close: () => {
    connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    connection.close();
  },
};

parentPort?.on('message', ({ id, name, args }: Call) => {
  let answer: Answer;
  try {
    const call = writing[name] as (...given: readonly unknown[]) => unknown;
    answer = { id, result: call(...args) };
  } catch (thrown) {
    answer = { id, failure: failureOf(thrown) };
  }
  parentPort?.postMessage(answer);
});
parentPort?.postMessage('ready');
