/** Runs commands one after the other, and answers each with what it said and its exit code. */
import { parentPort } from 'node:worker_threads';
import { run } from '../../src/cli/commands.js';
import type { Ended } from './support.js';

let said = { stdout: '', stderr: '' };
for (const name of ['stdout', 'stderr'] as const)
  process[name].write = (text: string | Uint8Array): boolean => {
    said[name] += String(text);
    return true;
  };

let last = Promise.resolve();
parentPort?.on('message', ({ id, args }: { id: number; args: readonly string[] }) => {
  last = last.then(async () => {
    said = { stdout: '', stderr: '' };
    const code = await run(args);
    parentPort?.postMessage({ id, ended: { code, ...said } satisfies Ended });
  });
});
