/**
 * The watchers, in a process of their own: so many sockets, each of which opens the stream as a browser does,
 * and notes when which version came. Written by hand, because whoever reads shares two cores with the server;
 * and it never sleeps: waking it would cost the server a third of the time of each write, which watchers on
 * machines of their own do not.
 */
import { connect, type Socket } from 'node:net';
import { answering } from '../program.js';
import { sharedNow, WATCHED } from './broadcaster.js';

/**
 * `connect`: so many, and none of them is lost. `oldest`: of the versions that are the newest to a watcher.
 * `received`: what came since the last time.
 */
export type Question = { readonly connect: number } | 'oldest' | 'received';

export interface Received {
  /** One of each for each frame that a watcher got. */
  readonly versions: Int32Array;
  readonly at: Float64Array;
}

/** What the connection asks for, what it says then, and when it is there. */
interface Dialect {
  readonly path: string;
  readonly headers: readonly string[];
  readonly isOpen: (said: string) => boolean;
  /** Answers what must be answered. */
  readonly answer?: (chunk: Buffer, socket: Socket) => void;
}

const UPGRADE = [
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
];
const STREAM = ['Accept: text/event-stream', 'Cache-Control: no-cache', 'Origin: https://brand.example'];

/** A text frame of a client, masked with zeros. */
const masked = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0]), Buffer.from(text)]);

const DIALECTS: Readonly<Record<string, Dialect>> = {
  voix: {
    path: `/live?watch=${WATCHED}`,
    headers: STREAM,
    isOpen: (said) => said.includes('event: results'),
  },
  plain: { path: '/', headers: STREAM, isOpen: (said) => said.includes('200 OK') },
  ws: { path: '/', headers: UPGRADE, isOpen: (said) => said.includes('101 Switching') },
  'socket.io': {
    path: '/socket.io/?EIO=4&transport=websocket',
    headers: UPGRADE,
    isOpen: (said) => said.includes('40{'),
    answer: (chunk, socket) => {
      const said = chunk.length < 1000 ? chunk.toString('latin1') : '';
      if (said.includes('0{"sid"') && !said.includes('40{')) socket.write(masked('40'));
      else if (said === '\x81\x012') socket.write(masked('3'));
    },
  },
};

/** Connecting at once; and connections from one address: a port each. */
const AT_ONCE = 100;
const PER_ADDRESS = 20_000;

const [kind = '', address = '', awake = ''] = process.argv.slice(2);
const dialect = DIALECTS[kind] as Dialect;
const { hostname, port, host } = new URL(address);
const request = [`GET ${dialect.path} HTTP/1.1`, `Host: ${host}`, ...dialect.headers, '', ''].join('\r\n');
const newest: number[] = [];
let versions: number[] = [];
let times: number[] = [];

/** One buffer for all: what is in it is read before the next one is. */
const buffer = Buffer.alloc(65_536);
const MARK = '"version":';

function open(): Promise<void> {
  const watcher = newest.push(0) - 1;
  let said = '';
  return new Promise((resolve, reject) => {
    const onread = {
      buffer,
      callback: (length: number) => {
        const chunk = buffer.subarray(0, length);
        take(watcher, chunk);
        dialect.answer?.(chunk, socket);
        if (said !== 'open') {
          said += chunk.toString('latin1');
          if (dialect.isOpen(said)) {
            said = 'open';
            resolve();
          }
        }
        return true;
      },
    };
    const localAddress = `127.0.0.${1 + Math.floor(watcher / PER_ADDRESS)}`;
    const socket = connect({ host: hostname, port: Number(port), localAddress, onread }, () =>
      socket.write(request),
    );
    socket
      .setNoDelay(true)
      .once('error', reject)
      .once('close', () => {
        process.stderr.write(`A watcher was cut off: ${said}\n`);
        process.exit(1);
      });
  });
}

function take(watcher: number, chunk: Buffer): void {
  const at = sharedNow();
  for (let from = chunk.indexOf(MARK); from >= 0; from = chunk.indexOf(MARK, from)) {
    from += MARK.length;
    let version = 0;
    for (let digit; (digit = (chunk[from] ?? 0) - 48) >= 0 && digit < 10; from++)
      version = version * 10 + digit;
    newest[watcher] = version;
    versions.push(version);
    times.push(at);
  }
}

async function connectAll(many: number): Promise<void> {
  let left = many;
  const next = async (): Promise<void> => {
    while (left-- > 0) await open();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}

const oldest = (): number => newest.reduce((least, version) => Math.min(least, version), Infinity);

function received(): Received {
  const answer = {
    versions: Int32Array.from(versions),
    at: Float64Array.from(times),
  };
  [versions, times] = [[], []];
  return answer;
}

const stayAwake = (): void => void setImmediate(stayAwake);
if (awake) stayAwake();

answering(async (question: Question) =>
  question === 'oldest' ? oldest() : question === 'received' ? received() : connectAll(question.connect),
);
