/** The Node binding: the web-standard handler behind `node:http`. */
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { hash } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OpenStream, Platform } from './platform.js';
import type { Hmac } from './secrets.js';

export interface NodeOptions {
  /** Default 8080. 0: any free one. */
  readonly port?: number;
  /** Default `127.0.0.1`: this machine only. `0.0.0.0`: every IPv4 address of it. */
  readonly hostname?: string;
  /** Milliseconds in which a request must have arrived whole, its headers in half of it. Default 20,000. */
  readonly timeout?: number;
  /** Milliseconds that `close` gives to requests under way. Default 10,000. */
  readonly grace?: number;
}

/** What `serveNode` serves: an election server, or a function of the host's with one inside. */
export interface Served {
  fetch(request: Request, platform: Platform): Response | Promise<Response>;
  /** Called when closing, once no more connections are taken. */
  close?(): Promise<void>;
}

export interface Serving {
  /** Without a slash at the end. */
  readonly url: string;
  /** Takes no more connections, ends streams, lets requests under way finish, for as long as `grace`. */
  close(): Promise<void>;
}

/** Longer than the minute that load balancers keep an idle connection for. */
const KEEP_ALIVE = 65_000;

/**
 * Serves on a port. To mount the API beside other things, give a `fetch` that passes on to the election
 * server what is under its `prefix`, with the platform. Replaces the global `Request` and `Response`
 * of the process by @hono/node-server's lighter ones.
 * @throws Error saying that the port is in use, or why else it cannot be listened on
 */
export async function serveNode(served: Served, options: NodeOptions = {}): Promise<Serving> {
  const { port = 8080, hostname = '127.0.0.1', timeout = 20_000, grace = 10_000 } = options;
  const listener = getRequestListener(
    (request, { outgoing }) => served.fetch(request, platformOf(outgoing as ServerResponse)),
    { hostname },
  );
  const http = createServer(
    {
      requestTimeout: timeout,
      headersTimeout: timeout / 2,
      connectionsCheckingInterval: Math.min(timeout / 4, 2000),
      keepAliveTimeout: KEEP_ALIVE,
      noDelay: true,
    },
    (incoming, outgoing) => void listener(incoming, outgoing),
  );
  await listen(http, port, hostname);
  let closing: Promise<void> | undefined;
  return {
    url: `http://${nameOf(hostname)}:${(http.address() as AddressInfo).port}`,
    close: () => (closing ??= close(http, served, grace)),
  };
}

/** SHA-256's block and its result, and the longest text of which an HMAC can be asked, in bytes. */
const BLOCK = 64;
const SHA256_BYTES = 32;
const LONGEST = 4096;

/**
 * HMAC-SHA256 (RFC 2104) as two one-shot hashes of Node's: of a vote's whole time WebCrypto would take
 * a fifth, and `createHmac` with its native object a seventh. Results come by way of a text: a buffer of the hash's
 * own is allocated outside the heap, which takes as long again.
 * @returns throws a RangeError for a text of more than 4,096 bytes
 */
export function nodeHmac(secret: Uint8Array): Hmac {
  const key = Buffer.alloc(BLOCK);
  (secret.length > BLOCK ? hash('sha256', secret, 'buffer') : Buffer.from(secret)).copy(key);
  const [inner, outer] = [0x36, 0x5c].map((pad) => {
    const buffer = Buffer.alloc(BLOCK + LONGEST);
    for (const [i, byte] of key.entries()) buffer[i] = byte ^ pad;
    return buffer;
  }) as [Buffer, Buffer];
  return (text) => {
    const bytes = Buffer.byteLength(text);
    if (bytes > LONGEST) throw new RangeError(`a text of ${bytes} bytes`);
    inner.write(text, BLOCK);
    outer.write(hash('sha256', inner.subarray(0, BLOCK + bytes), 'binary'), BLOCK, 'binary');
    return Buffer.from(hash('sha256', outer.subarray(0, BLOCK + SHA256_BYTES), 'binary'), 'binary');
  };
}

function listen(http: Server, port: number, hostname: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const onError = (cause: NodeJS.ErrnoException) =>
      reject(new Error(complaint(cause, port, hostname), { cause }));
    http.once('error', onError);
    http.listen(port, hostname, () => {
      http.off('error', onError);
      resolve();
    });
  });
}

function complaint({ code, message }: NodeJS.ErrnoException, port: number, hostname: string): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${hostname} is in use: stop what uses it, or choose another port.`;
  if (code === 'EACCES')
    return `Port ${port} on ${hostname} may not be used by this user: choose one from 1024 on.`;
  return `Cannot listen on port ${port} of ${hostname}: ${message}`;
}

function nameOf(hostname: string): string {
  if (hostname === '0.0.0.0' || hostname === '::') return 'localhost';
  return hostname.includes(':') ? `[${hostname}]` : hostname;
}

async function close(http: Server, served: Served, grace: number): Promise<void> {
  const closed = new Promise<void>((resolve) => http.close(() => resolve()));
  await served.close?.();
  const idle = setInterval(() => http.closeIdleConnections(), 50);
  const force = setTimeout(() => http.closeAllConnections(), grace);
  await closed;
  clearInterval(idle);
  clearTimeout(force);
}

/** Node's parser holds a body to its declared length; streams are written without a detour. */
const platformOf = (outgoing: ServerResponse): Platform => ({
  enforcesContentLength: true,
  openStream: (headers, events) => openNodeStream(outgoing, headers, events),
});

function openNodeStream(
  outgoing: ServerResponse,
  ...[headers, events]: Parameters<OpenStream>
): ReturnType<OpenStream> {
  outgoing.writeHead(200, headers);
  outgoing.flushHeaders();
  if (outgoing.destroyed) queueMicrotask(events.gone);
  else outgoing.once('close', events.gone);
  const { socket } = outgoing;
  const way =
    socket && outgoing.chunkedEncoding ? { stream: socket, of: chunkOf } : { stream: outgoing, of: same };
  way.stream.on('drain', events.drained);
  const sink = {
    write: (bytes: Uint8Array) => way.stream.write(way.of(bytes)),
    end: () => void (way.stream.writableNeedDrain ? outgoing.destroy() : outgoing.end()),
  };
  // A clone is of the platform's own class, whichever class `Response` was when the constant was made.
  return { sink, response: RESPONSE_ALREADY_SENT.clone() };
}

const same = (bytes: Uint8Array): Uint8Array => bytes;

let last: { readonly bytes: Uint8Array; readonly chunk: Buffer } | undefined;

/**
 * A piece as HTTP/1.1 frames it, ready for the socket: made once for all who are sent the same. Left to
 * `ServerResponse`, each of ten thousand would have it framed anew, in four writes.
 */
function chunkOf(bytes: Uint8Array): Buffer {
  if (last?.bytes !== bytes) {
    const length = Buffer.from(`${bytes.length.toString(16)}\r\n`);
    last = { bytes, chunk: Buffer.concat([length, bytes, CRLF]) };
  }
  return last.chunk;
}

const CRLF = Buffer.from('\r\n');
