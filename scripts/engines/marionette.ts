/**
 * Firefox's own WebDriver: JSON over a socket, each message after its length. Unlike BiDi, which puppeteer
 * speaks to it, it reaches the browser's own side, where the accessibility tree is.
 */
import { connect } from 'node:net';

interface Asked {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

type Answer = readonly [type: 1, id: number, error: { readonly message: string } | null, value: unknown];

export interface Marionette {
  /** @throws Error with what Firefox says, where it refuses */
  send(command: string, parameters?: object): Promise<unknown>;
  /** Runs a function's body in the browser's own side, or in the page. It ends by calling its last argument. */
  run(where: 'chrome' | 'content', body: string, ...args: readonly unknown[]): Promise<unknown>;
  close(): void;
}

export async function marionette(port: number): Promise<Marionette> {
  const socket = connect(port, '127.0.0.1');
  const asked = new Map<number, Asked>();
  let greet: () => void;
  const greeted = new Promise<void>((resolve, reject) => {
    greet = resolve;
    socket.once('error', reject);
  });
  const receive = (message: unknown): void => {
    // Its greeting alone is no list.
    if (!Array.isArray(message)) return greet();
    const [, id, error, value] = message as unknown as Answer;
    const waiting = asked.get(id);
    asked.delete(id);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(value);
  };

  let read = Buffer.alloc(0);
  socket.on('data', (data) => {
    read = Buffer.concat([read, data]);
    for (;;) {
      const colon = read.indexOf(':');
      const end = colon + 1 + Number(read.subarray(0, colon));
      if (colon < 0 || read.length < end) return;
      const message: unknown = JSON.parse(read.subarray(colon + 1, end).toString());
      read = read.subarray(end);
      receive(message);
    }
  });
  socket.on('close', () => {
    for (const { reject } of asked.values()) reject(new Error('Firefox has gone'));
  });
  await greeted;

  let last = 0;
  const send = (command: string, parameters: object = {}): Promise<unknown> =>
    new Promise((resolve, reject) => {
      asked.set(++last, { resolve, reject });
      const message = JSON.stringify([0, last, command, parameters]);
      socket.write(`${Buffer.byteLength(message)}:${message}`);
    });
  return {
    send,
    async run(where, body, ...args) {
      await send('Marionette:SetContext', { value: where });
      const answer = await send('WebDriver:ExecuteAsyncScript', { script: body, args, newSandbox: true });
      await send('Marionette:SetContext', { value: 'content' });
      return (answer as { readonly value: unknown }).value;
    },
    close: () => socket.destroy(),
  };
}
