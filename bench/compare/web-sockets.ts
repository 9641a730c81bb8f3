import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { frameOf, sharedNow, type StartBroadcaster } from '../watchers/broadcaster.js';
import { installed } from './installed.js';

interface Ws {
  readonly WebSocketServer: new (options: { server: unknown }) => {
    readonly clients: Set<{ send(data: Buffer, options: { binary: boolean }): void }>;
  };
}

/** As the documentation of `ws` tells to write to everyone; the frame is made once. */
export const ws: StartBroadcaster = async (onCommit) => {
  const { WebSocketServer } = installed<Ws>('ws', '8.23.0');
  const server = createServer();
  const { clients } = new WebSocketServer({ server });
  const url = await listening(server);
  let version = 0;
  return {
    url,
    update: async () => {
      onCommit(++version, sharedNow());
      const data = Buffer.from(JSON.stringify(frameOf(version)));
      for (const client of clients) client.send(data, { binary: false });
    },
  };
};

interface SocketIo {
  readonly Server: new (server: unknown) => { emit(event: string, data: object): void };
}

/** As the documentation of socket.io tells to write to everyone. */
export const socketIo: StartBroadcaster = async (onCommit) => {
  const { Server } = installed<SocketIo>('socket.io', '4.8.4');
  const server = createServer();
  const io = new Server(server);
  const url = await listening(server);
  let version = 0;
  return {
    url,
    update: async () => {
      onCommit(++version, sharedNow());
      io.emit('results', frameOf(version));
    },
  };
};

async function listening(server: ReturnType<typeof createServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', 4096, resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
