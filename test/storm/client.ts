/** One try of one ballot, and one look at the results, over HTTP. What is not said clearly is unknown. */
import { Agent, request as open } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import type { Choice } from '../../src/model/choice.js';
import { canonicalChoice } from '../../src/model/choice.js';
import type { Claim, Seen } from './history.js';

/** Milliseconds after which a client gives up waiting. */
const PATIENCE = 3000;

export interface Sending {
  readonly election: string;
  readonly device: string;
  readonly key: string;
  readonly choice: Choice;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export type Told =
  | { readonly kind: 'ok'; readonly claim: Claim }
  | { readonly kind: 'fail'; readonly code: string }
  | { readonly kind: 'unknown'; readonly why: string };

export class Client {
  readonly #url: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 2 });

  constructor(url: string) {
    this.#url = url;
  }

  /** Never rejects. */
  async cast({ election, device, key, choice }: Sending): Promise<Told> {
    try {
      const answer = await this.#ask('POST', `/elections/${election}/ballots`, JSON.stringify({ choice }), {
        'Content-Type': 'application/json',
        'Idempotency-Key': key,
        Authorization: `Device ${device}`,
      });
      return toldIn(answer);
    } catch (error) {
      return { kind: 'unknown', why: error instanceof Error ? error.message : String(error) };
    }
  }

  /** The results; `undefined` where they did not come. */
  async results(election: string): Promise<Seen | undefined> {
    try {
      const { status, body } = await this.#ask('GET', `/elections/${election}/results`);
      return status === 200 ? seenIn((body as { results?: unknown }).results) : undefined;
    } catch {
      return undefined;
    }
  }

  /** The signed checkpoint of the log; `undefined` where it did not come. */
  async checkpoint(election: string): Promise<string | undefined> {
    try {
      const { status, body } = await this.#ask('GET', `/elections/${election}/log/checkpoint`);
      return status === 200 ? String(body) : undefined;
    } catch {
      return undefined;
    }
  }

  close(): void {
    this.#agent.destroy();
  }

  #ask(method: string, path: string, body?: string, headers: Record<string, string> = {}): Promise<Answer> {
    const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) };
    return new Promise((resolve, reject) => {
      const sent = open(
        `${this.#url}${path}`,
        { method, agent: this.#agent, headers: { ...headers, ...length } },
        (response) => {
          const status = response.statusCode ?? 0;
          const isJson = String(response.headers['content-type']).includes('json');
          textOf(response)
            .then((text): unknown => (isJson ? JSON.parse(text) : text))
            .then((body) => resolve({ status, body }), reject);
        },
      );
      const timer = setTimeout(() => sent.destroy(new Error(`no answer in ${PATIENCE} ms`)), PATIENCE);
      sent.on('close', () => clearTimeout(timer));
      sent.on('error', reject);
      sent.end(body);
    });
  }
}

/** Codes that leave open whether it was stored. */
const OPEN = new Set(['storage-failed', 'internal']);

function toldIn({ status, body }: Answer): Told {
  if (status === 200 || status === 201) return { kind: 'ok', claim: claimIn(body) };
  const { code } = body as { code?: string };
  if (code === undefined || OPEN.has(code)) return { kind: 'unknown', why: `${status} ${code ?? ''}` };
  return { kind: 'fail', code };
}

function claimIn(body: unknown): Claim {
  const receipt = body as { ballot: string; sequence: number; choice: Choice; changed: boolean };
  const { ballot, sequence, choice, changed } = receipt;
  return { ballot, sequence, choice: canonicalChoice(choice), changed, receipt };
}

/** Results that are not hidden. */
export function seenIn(results: unknown): Seen | undefined {
  const { version, ballots, counts } = results as Partial<Seen>;
  if (version === undefined || ballots === undefined || counts === undefined) return undefined;
  return { version, ballots, counts };
}
