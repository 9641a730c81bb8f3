/**
 * The thread that writes: does one call after the other, in the order in which they came. Waiting for the disk, it
 * holds up nobody who reads a request or writes an answer.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { failureOf, type Answer, type Call, type ThreadOptions, type Writing } from './sqlite-calls.js';
import { openWriting } from './sqlite-writing.js';

async function answerTo(id: number, call: () => unknown): Promise<Answer> {
  try {
    return { id, result: await call() };
  } catch (thrown) {
    return { id, failure: failureOf(thrown) };
  }
}

let writing: Writing;
let last = answerTo(0, () => void (writing = openWriting(workerData as ThreadOptions)));
void last.then((answer) => parentPort?.postMessage(answer));
parentPort?.on('message', ({ id, name, args }: Call) => {
  const call = () => (writing[name] as (...given: readonly unknown[]) => unknown)(...args);
  last = last.then(() => answerTo(id, call));
  void last.then((answer) => parentPort?.postMessage(answer));
});
