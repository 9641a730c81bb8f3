/** Programs of the benches as one would deploy them: built, and run by Node alone. */
import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const OUT = here(`../node_modules/.cache/voix-bench-programs/${process.pid}/`);
process.once('exit', () => rmSync(OUT, { recursive: true, force: true }));

export interface Program {
  /** Asks the program (`answering`), and gives back its answer. */
  ask(question: unknown): Promise<unknown>;
  /** Resolves when it has ended. */
  stop(): Promise<void>;
}

/** @param file a TypeScript file from here; what it imports from npm is not built in */
export async function built(file: string): Promise<string> {
  const name = file.replace(/\.ts$/, '').replaceAll('/', '-');
  await build({
    // The thread in which the embedded database writes is a program, too.
    entryPoints: { [name]: here(file), 'sqlite-thread': here('../src/server/storage/sqlite-thread.ts') },
    outdir: OUT,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
  });
  return join(OUT, `${name}.mjs`);
}

/** Starts a program, with the garbage collector within its reach, so that memory can be told from garbage. */
export function start(program: string, ...args: readonly string[]): Program {
  const child = spawn(process.execPath, ['--expose-gc', program, ...args], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  const ended = once(child, 'exit');
  return {
    ask: async (question) => {
      child.send(question as object);
      const [answer] = (await Promise.race([
        once(child, 'message'),
        ended.then(() => Promise.reject(new Error(`${program} has ended.`))),
      ])) as [unknown];
      return answer;
    },
    stop: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

/** The program's own side: answers each question, one after the other, and ends when nobody asks any more. */
export function answering(answer: (question: never) => unknown): void {
  let last = Promise.resolve();
  process.on('message', (question: unknown) => {
    last = last.then(async () => void process.send?.((await answer(question as never)) ?? null));
  });
  process.once('disconnect', () => process.exit());
}
