/** The network between voters and servers, at its worst: a TCP proxy that spreads connections and breaks them. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Dice } from './dice.js';
import { requestsIn, type Framed } from './http-framing.js';
import type { Counter } from './counter.js';

/** What may become of a request. The weights are those of POSTs in a storm. */
export const NETWORK_FAULTS = {
  none: 70,
  delay: 10,
  duplicate: 4,
  'answer lost': 6,
  reset: 4,
  'cut in half': 3,
  'half-open': 3,
} as const;
export type NetworkFault = keyof typeof NETWORK_FAULTS;

/** How many copies of a request are sent, and within how many milliseconds. */
const COPIES = 10;
export const COPIES_WITHIN = 2000;
const LONGEST_DELAY = 400;

export class Proxy {
  /** Ports of the servers that are believed to be up. */
  upstreams: () => readonly number[] = () => [];
  /** What to do with a request; `none` once the storm is over. */
  fate: (request: Framed) => NetworkFault = () => 'none';
  /** Keys of which copies were sent. */
  readonly replayed = new Set<string>();
  readonly #dice: Dice;
  readonly #counter: Counter;
  readonly #server: Server;
  readonly #open = new Set<Socket>();

  private constructor(dice: Dice, counter: Counter) {
    this.#dice = dice;
    this.#counter = counter;
    this.#server = createServer((client) => new Line(client, this.#dice, this));
  }

  static async start(dice: Dice, counter: Counter): Promise<Proxy> {
    const proxy = new Proxy(dice, counter);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** A connection to any of the servers; it may be one that is down. */
  dial(): Socket | undefined {
    const ports = this.upstreams();
    return ports.length > 0 ? this.keep(connect(this.#dice.pick(ports), '127.0.0.1')) : undefined;
  }

  keep(socket: Socket): Socket {
    this.#open.add(socket);
    socket.setNoDelay(true).once('close', () => this.#open.delete(socket));
    // `close` follows: nothing else is to be done about a connection that breaks.
    socket.on('error', () => undefined);
    return socket;
  }

  /** What happens to a request, counted. */
  drawn(request: Framed): NetworkFault {
    const fault = this.fate(request);
    if (fault !== 'none') this.#counter.count(`network: ${fault}`);
    if (fault === 'duplicate' && request.key !== undefined) this.replayed.add(request.key);
    return fault;
  }

  /** Everything that is open breaks at once. */
  cutAll(): void {
    for (const socket of this.#open) cut(socket);
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const socket of this.#open) socket.destroy();
    await closed;
  }
}

/** Resets a connection; closes one that is being ended: reset then, Node 20 waits for it when the process ends, for ever. */
export function cut(socket: Socket): void {
  if (socket.writableEnded) socket.destroy();
  else socket.resetAndDestroy();
}

/** One client's connection, with its own to a server. Requests go one after the other, as the client sends them. */
class Line {
  readonly #client: Socket;
  readonly #dice: Dice;
  readonly #proxy: Proxy;
  #server: Socket | undefined;
  #received: Buffer = Buffer.alloc(0);
  #queue = Promise.resolve();
  /** What becomes of answers. */
  #answers: 'pass' | 'break' | 'swallow' = 'pass';

  constructor(client: Socket, dice: Dice, proxy: Proxy) {
    this.#client = proxy.keep(client);
    this.#dice = dice;
    this.#proxy = proxy;
    client.on('data', (chunk) => this.#take(chunk));
    client.on('close', () => this.#server?.destroy());
  }

  #take(chunk: Buffer): void {
    const { requests, rest } = requestsIn(Buffer.concat([this.#received, chunk]));
    this.#received = rest;
    for (const request of requests) this.#queue = this.#queue.then(() => this.#pass(request));
  }

  async #pass(request: Framed): Promise<void> {
    const fault = this.#proxy.drawn(request);
    if (fault === 'delay') await delay(this.#dice.between(1, LONGEST_DELAY));
    if (fault === 'duplicate') this.#copy(request);
    if (fault === 'answer lost') this.#answers = 'break';
    if (fault === 'half-open' || fault === 'reset') this.#answers = 'swallow';
    const half = request.bytes.subarray(0, this.#dice.between(1, request.bytes.length - 1));
    this.#upstream()?.write(fault === 'cut in half' ? half : request.bytes);
    if (fault !== 'cut in half' && fault !== 'reset') return;
    await delay(this.#dice.between(0, 5));
    this.#server?.destroy();
    cut(this.#client);
  }

  #upstream(): Socket | undefined {
    if (this.#server) return this.#server;
    const server = this.#proxy.dial();
    this.#server = server;
    if (!server) cut(this.#client);
    server?.on('data', (chunk) => {
      if (this.#answers === 'pass') this.#client.write(chunk);
      else if (this.#answers === 'break') cut(this.#client);
    });
    server?.on('close', () => void (this.#answers === 'swallow' || this.#client.destroy()));
    return server;
  }

  /** The same bytes again, on connections of their own, to any of the servers; nobody reads the answers. */
  #copy({ bytes }: Framed): void {
    for (let copy = 0; copy < COPIES; copy++)
      void delay(this.#dice.between(0, COPIES_WITHIN)).then(() => {
        const socket = this.#proxy.dial();
        socket?.on('data', () => socket.destroy());
        socket?.write(bytes);
      });
  }
}
