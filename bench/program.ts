/** Programs of the benches as one would deploy them: compiled, and run by Node alone. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Program {
  /** Asks the program (`answering`), and gives back its answer. */
  ask(question: unknown): Promise<unknown>;
  /** Resolves when it has ended. */
  stop(): Promise<void>;
}

/** Where a program of the benches lies once it is compiled, such as `votes/load`. */
export const programAt = (name: string): string => join('compiled', 'bench', `${name}.js`);

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
