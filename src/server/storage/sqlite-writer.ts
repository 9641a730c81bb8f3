import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { errorOf, type Answer, type Call, type ThreadOptions, type Writing } from './sqlite-calls.js';

/** The writing thread, as one asks it. */
export interface Writer {
  /** Rejects with what the thread threw, or saying that it has ended. */
  call<Name extends keyof Writing>(
    name: Name,
    ...args: Parameters<Writing[Name]>
  ): Promise<Awaited<ReturnType<Writing[Name]>>>;
  /** To be called once all calls are answered. */
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (error: unknown) => void;
}

/** The file beside this one, built as this one is built. A bundler has to be told of it as one more entry. */
const THREAD = new URL(`./sqlite-thread${extname(import.meta.url)}`, import.meta.url);

/**
 * Starts the thread that writes (`sqlite-thread.ts`). It keeps the process going only while a call is under way.
 * @throws Error why it cannot be started
 */
export async function startWriter(options: ThreadOptions): Promise<Writer> {
  const worker = new Worker(THREAD, { workerData: options, name: 'voix-sqlite' });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let ended: Error | undefined;

  const [opened] = (await once(worker, 'message')) as [Answer];
  if ('failure' in opened) {
    await worker.terminate();
    throw errorOf(opened.failure);
  }
  worker.unref();
  worker.on('message', (answer: Answer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) worker.unref();
    if ('failure' in answer) asked?.reject(errorOf(answer.failure));
    else asked?.resolve(answer.result as never);
  });
  worker.on(
    'error',
    (cause) => (ended = new Error(`the thread that writes has failed: ${cause.message}`, { cause })),
  );
  worker.on('exit', () => {
    ended ??= new Error('the thread that writes has ended');
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  });

  const call: Writer['call'] = (name, ...args) =>
    new Promise((resolve, reject) => {
      if (ended) return reject(ended);
      if (waiting.size === 0) worker.ref();
      waiting.set(++last, { resolve, reject });
      worker.postMessage({ id: last, name, args } satisfies Call);
    });

  return {
    call,
    close: async () => {
      await call('close');
      await worker.terminate();
    },
  };
}
