/** Stands between a client and a server, and puts other words, just as long, in place of some that the client sends. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';

export interface RewordingProxy {
  /** The server's address, by way of the proxy. */
  readonly url: string;
  close(): void;
}

export async function rewording(
  server: string,
  words: Readonly<Record<string, string>>,
): Promise<RewordingProxy> {
  const { hostname, port } = new URL(server);
  const sockets = new Set<Socket>();
  const proxy = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => to.destroy());
    }
    client.on('data', (data) => upstream.write(reworded(data, words)));
    upstream.pipe(client);
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const url = new URL(server);
  url.hostname = '127.0.0.1';
  url.port = String((proxy.address() as AddressInfo).port);
  return {
    url: url.href,
    close: () => {
      proxy.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function reworded(data: Buffer, words: Readonly<Record<string, string>>): Buffer {
  let text = data.toString('latin1');
  for (const [word, other] of Object.entries(words)) text = text.replaceAll(word, other);
  return Buffer.from(text, 'latin1');
}
