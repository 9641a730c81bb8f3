import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { frameOf, sharedNow, type StartBroadcaster } from './broadcaster.js';

/** The least that Node can do: keeps the answers, and writes the same event into each. */
export const plain: StartBroadcaster = async (onCommit) => {
  const watchers = new Set<ServerResponse>();
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' }).flushHeaders();
    watchers.add(response);
    response.once('close', () => watchers.delete(response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', 4096, resolve));
  let version = 0;
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    update: async () => {
      onCommit(++version, sharedNow());
      const event = Buffer.from(
        `event: results\nid: ${version}\ndata: ${JSON.stringify(frameOf(version))}\n\n`,
      );
      for (const watcher of watchers) watcher.write(event);
    },
  };
};
