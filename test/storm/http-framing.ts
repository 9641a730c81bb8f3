/** Where one request ends and the next begins: all that the proxy knows of HTTP. */

export interface Framed {
  readonly bytes: Buffer;
  readonly method: string;
  /** The idempotency key, where there is one. */
  readonly key: string | undefined;
}

const END = '\r\n\r\n';

/** Takes whole requests off the beginning of what has come; bodies have a declared length. */
export function requestsIn(received: Buffer): {
  readonly requests: readonly Framed[];
  readonly rest: Buffer;
} {
  const requests: Framed[] = [];
  let rest = received;
  for (;;) {
    const end = rest.indexOf(END);
    if (end < 0) return { requests, rest };
    const head = rest.toString('latin1', 0, end);
    const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
    const size = end + END.length + length;
    if (rest.length < size) return { requests, rest };
    requests.push({
      bytes: rest.subarray(0, size),
      method: head.slice(0, head.indexOf(' ')),
      key: /\r\nidempotency-key: *(\S+)/i.exec(head)?.[1],
    });
    rest = rest.subarray(size);
  }
}
