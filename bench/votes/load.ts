/**
 * The load generator, a process of its own: sends each ballot of a campaign once, over connections that are
 * kept, one request at a time on each, and says how long it took.
 *
 * Written by hand, on sockets: each request differs from the others (voter, key, election), which autocannon
 * pays for with more time a request than the server needs, on a machine where both share two cores.
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

/** One answer on a connection: its status, and how many bytes it takes; `undefined` while it is not whole. */
function answerIn(text: string): { status: string; bytes: number } | undefined {
  const head = text.indexOf('\r\n\r\n');
  if (head < 0) return undefined;
  const length = /\r\ncontent-length: *(\d+)/i.exec(text.slice(0, head))?.[1];
  if (length === undefined) throw new Error(`An answer without a length: ${text.slice(0, head)}`);
  const bytes = head + 4 + Number(length);
  return text.length < bytes ? undefined : { status: text.slice(9, 12), bytes };
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

async function run(url: URL, ballots: readonly Sent[], connections: number): Promise<Load> {
  const requests = ballots.map((ballot) => requestOf(ballot, url.host));
  const sockets = await Promise.all(Array.from({ length: connections }, () => opened(url)));
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  let next = 0;
  const began = performance.now();
  await Promise.all(sockets.map(drive));
  const ms = performance.now() - began;
  for (const socket of sockets) socket.destroy();
  return { ms, times, statuses };

  function drive(socket: Socket): Promise<void> {
    return new Promise((resolve, reject) => {
      let text = '';
      let sentAt = 0;
      const send = () => {
        const request = requests[next++];
        if (!request) return resolve();
        sentAt = performance.now();
        socket.write(request);
      };
      socket.on('data', (chunk: string) => {
        text += chunk;
        const answer = answerIn(text);
        if (!answer) return;
        times.push(performance.now() - sentAt);
        statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
        text = text.slice(answer.bytes);
        send();
      });
      socket.on('error', reject);
      socket.on('close', () => reject(new Error('The server has closed a connection.')));
      send();
    });
  }
}

function opened(url: URL): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(url.port), url.hostname, () => resolve(socket));
    socket.setEncoding('latin1').setNoDelay(true).once('error', reject);
  });
}

const [url = '', campaign = '', count = '', connections = ''] = process.argv.slice(2);
const load = await run(new URL(url), ballotsOf(campaign, Number(count)), Number(connections));
process.stdout.write(JSON.stringify(load));
