import { after } from 'node:test';
import { Worker } from 'node:worker_threads';
import { clean, start, type Ended, type Started } from './support.js';

const COMMAND = 'compiled/src/cli/voix.js';
const THREAD = './compiled/test/cli/command-thread.js';

/** Runs `voix` to its end, in a process of its own. */
export const voix = (...args: string[]): Promise<Ended> => start(COMMAND, args).ended;

/** Starts `voix` and lets it run. */
export const startVoix = (args: readonly string[], env?: NodeJS.ProcessEnv): Started =>
  start(COMMAND, args, env);

let thread: Worker | undefined;
let asked = 0;
after(() => thread?.terminate());

/**
 * Runs what `voix` runs, in a thread that is there already: most of a process is its start. For commands of which
 * another test shows that they are one.
 */
export function voixHere(...args: string[]): Promise<Ended> {
  thread ??= new Worker(THREAD, { env: clean(process.env) });
  const [worker, id] = [thread, ++asked];
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    const hear = (answer: { readonly id: number; readonly ended: Ended }): void => {
      if (answer.id !== id) return;
      worker.off('message', hear).off('error', reject);
      resolve(answer.ended);
    };
    worker.on('message', hear);
    worker.postMessage({ id, args });
  });
}
