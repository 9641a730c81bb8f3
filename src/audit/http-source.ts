/** A log on a web server: a backend that is running, or files that somebody put there. */
import { joined } from './bytes.js';
import { MAX_FILE, Unreachable, type Source } from './source.js';

const ATTEMPTS = 4;
/** Milliseconds for one attempt. */
const PATIENCE = 30_000;
/** Milliseconds before the second attempt; twice as long before each next one. */
const PAUSE = 300;

/** @param address of the folder that has `checkpoint` in it */
export function httpSource(address: string): Source {
  const base = address.endsWith('/') ? address : `${address}/`;
  return { name: address, read: (path) => fetchBytes(base + path) };
}

/** The body; `undefined` where there is none (404, 410) or may be none yet (403). */
export async function fetchBytes(address: string): Promise<Uint8Array | undefined> {
  let trouble = '';
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (attempt > 0) await pause(PAUSE * 2 ** (attempt - 1));
    try {
      const answer = await fetch(address, {
        signal: AbortSignal.timeout(PATIENCE),
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
      });
      if ([403, 404, 410].includes(answer.status)) {
        await answer.body?.cancel();
        return undefined;
      }
      if (answer.ok) return await limited(answer);
      trouble = `it answers ${answer.status}`;
      await answer.body?.cancel();
      if (answer.status < 500 && answer.status !== 429) break;
    } catch (thrown) {
      if (thrown instanceof Unreachable) throw thrown;
      trouble = causeOf(thrown);
    }
  }
  throw new Unreachable(`${address} cannot be read: ${trouble}`);
}

/** What `fetch` says is that it failed; why is in the cause. */
function causeOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  return thrown.cause instanceof Error && thrown.cause.message ? thrown.cause.message : thrown.message;
}

async function limited(answer: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = answer.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    parts.push(part.value);
    length += part.value.length;
    if (length > MAX_FILE) {
      await reader?.cancel();
      throw new Unreachable(`${answer.url} is larger than any file of a log`);
    }
  }
  return joined(...parts);
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
