/**
 * The load generator, a process of its own: sends each ballot of a campaign once, over connections that are
 * kept, one request at a time on each, and says how long it took.
 *
 * Written by hand, on sockets: each request differs from the others (voter, key, election), which autocannon
 * pays for with more time a request than the server needs, on a machine where both share two cores. And it sleeps by
 * the clock, not until an answer comes: to be woken by each would cost the server a third of the time that it needs to
 * answer, which voters on machines of their own do not.
 */
import { connect, type Socket } from 'node:net';
import { ballotsOf, PAGE, type Sent } from './campaign.js';

export interface Load {
  /** Milliseconds from the first request to the last answer. */
  readonly ms: number;
  /** Milliseconds of each request, in no order. */
  readonly times: readonly number[];
  /** How often each HTTP status came. */
  readonly statuses: Readonly<Record<string, number>>;
}

interface Answer {
  readonly status: string;
  /** All of it, its head included. */
  readonly bytes: number;
}

/** The answer that begins with these bytes; `undefined` while its head is not whole. */
function answerIn(bytes: Buffer): Answer | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = bytes.toString('latin1', 0, end);
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length === undefined) throw new Error(`An answer without a length: ${head}`);
  return { status: head.slice(9, 12), bytes: end + 4 + Number(length) };
}

function requestOf({ election, device, key, candidate }: Sent, host: string): Buffer {
  const body = JSON.stringify({ choice: { method: 'plurality', candidate } });
  return Buffer.from(
    `POST /elections/${election}/ballots HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${PAGE}\r\n` +
      `Content-Type: application/json\r\nAuthorization: Device ${device}\r\nIdempotency-Key: ${key}\r\n` +
      `Accept: */*\r\nAccept-Language: fr-FR,fr;q=0.9\r\nUser-Agent: Mozilla/5.0 (bench)\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

/** What a page asks before anybody votes on it. */
const lookAt = ({ election }: Sent, host: string): Buffer =>
  Buffer.from(`GET /elections/${election}/results HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${PAGE}\r\n\r\n`);

/** Each connection has looked at results so often before votes are measured: what starts here is no server's doing. */
const LOOKS = 8;

async function run(url: URL, ballots: readonly Sent[], connections: number): Promise<Load> {
  const drivers = await Promise.all(Array.from({ length: connections }, () => opened(url)));
  const looks = Array.from({ length: LOOKS }, () => ballots.slice(0, connections)).flat();
  await send(
    drivers,
    looks.map((ballot) => lookAt(ballot, url.host)),
  );
  const load = await send(
    drivers,
    ballots.map((ballot) => requestOf(ballot, url.host)),
  );
  for (const { socket } of drivers) socket.destroy();
  return load;
}

/** Sends each request once: on each connection the next one when the one before was answered. */
async function send(drivers: readonly Opened[], requests: readonly Buffer[]): Promise<Load> {
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  let next = 0;
  const began = performance.now();
  await Promise.all(drivers.map(drive));
  return { ms: performance.now() - began, times, statuses };

  function drive({ socket, onBytes }: Opened): Promise<void> {
    return new Promise((resolve, reject) => {
      let before: Buffer = EMPTY;
      let answer: Answer | undefined;
      let sentAt = 0;
      let taken = 0;
      const sendNext = () => {
        const request = requests[next++];
        if (!request) {
          socket.off('error', reject).off('close', closed);
          return resolve();
        }
        sentAt = performance.now();
        socket.write(request);
      };
      onBytes((bytes) => {
        taken += bytes.length;
        answer ??= answerIn(before.length > 0 ? Buffer.concat([before, bytes]) : bytes);
        if (!answer) before = Buffer.concat([before, bytes]);
        if (!answer || taken < answer.bytes) return;
        times.push(performance.now() - sentAt);
        statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
        [before, answer, taken] = [EMPTY, undefined, 0];
        sendNext();
      });
      const closed = () => reject(new Error('The server has closed a connection.'));
      socket.on('error', reject).on('close', closed);
      sendNext();
    });
  }
}

const EMPTY = Buffer.alloc(0);

interface Opened {
  readonly socket: Socket;
  /** @param hear gets what arrives: a view that is good until it returns */
  readonly onBytes: (hear: (bytes: Buffer) => void) => void;
}

/** Reads into one buffer, with no stream in between: that halves what a request costs here. */
function opened({ port, hostname: host }: URL): Promise<Opened> {
  return new Promise((resolve, reject) => {
    let hear = (_: Buffer): void => {};
    const onBytes: Opened['onBytes'] = (heard) => (hear = heard);
    const callback = (length: number, buffer: Uint8Array): boolean => {
      hear(Buffer.from(buffer.buffer, buffer.byteOffset, length));
      return true;
    };
    const onread = { buffer: Buffer.alloc(READ), callback };
    const socket = connect({ port: Number(port), host, noDelay: true, onread }, () =>
      resolve({ socket, onBytes }),
    );
    socket.once('error', reject);
  });
}

/** Bytes that are read at once: a few answers. */
const READ = 16_384;

/** Milliseconds in which answers gather. */
const ASLEEP = 0.5;

const bed = new Int32Array(new SharedArrayBuffer(4));
let isRunning = true;
function sleep(): void {
  if (!isRunning) return;
  Atomics.wait(bed, 0, 0, ASLEEP);
  setImmediate(sleep);
}

const [url = '', campaign = '', count = '', connections = ''] = process.argv.slice(2);
sleep();
const load = await run(new URL(url), ballotsOf(campaign, Number(count)), Number(connections));
isRunning = false;
process.stdout.write(JSON.stringify(load));
