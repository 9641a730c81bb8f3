/** A load balancer as simple as can be: TCP, one server after the other, whoever takes the connection. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface Balancer {
  readonly url: string;
  /** The servers' addresses; changed as they come and go. One that does not answer is passed over. */
  servers: readonly string[];
  close(): void;
}

export async function startBalancer(servers: readonly string[]): Promise<Balancer> {
  const sockets = new Set<Socket>();
  let turn = 0;
  const server = createServer({ noDelay: true }, (client) => {
    sockets.add(client);
    client.on('close', () => sockets.delete(client)).on('error', () => client.destroy());
    const asked = [...balancer.servers];
    const first = turn++;
    const dial = (tried: number): void => {
      const target = asked[(first + tried) % asked.length];
      if (target === undefined || tried >= asked.length) return void client.destroy();
      const upstream = connect({ port: Number(new URL(target).port), host: '127.0.0.1', noDelay: true });
      const next = () => dial(tried + 1);
      upstream.once('error', next).once('connect', () => {
        upstream.off('error', next).on('error', () => client.destroy());
        upstream.on('close', () => client.destroy());
        client.on('close', () => upstream.destroy());
        client.pipe(upstream).pipe(client);
      });
    };
    dial(0);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const balancer: Balancer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    servers,
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
  return balancer;
}
