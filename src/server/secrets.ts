import type { Id } from '../model/election.js';
import { base64url } from '../log/base64.js';

/** HMAC-SHA256 of a text under the server's secret: 32 bytes. */
export type Hmac = (text: string) => Uint8Array | Promise<Uint8Array>;

/** What the server makes with its secret. Both are 128 bits, base64url. */
export interface Secrets {
  /**
   * The voter's name in one election: it cannot be traced back, nor matched with another election's.
   * @param election `Listed.voters`; for another purpose, a name of its own
   */
  pseudonym(election: string, subject: string): string | Promise<string>;
  /** Opens the results hidden until one has voted; the same for all voters of an election. */
  pass(election: Id): string | Promise<string>;
}

/** Web standard, any platform. */
export function webHmac(secret: Uint8Array): Hmac {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = crypto.subtle.importKey('raw', new Uint8Array(secret), algorithm, false, ['sign']);
  const encoder = new TextEncoder();
  return async (text) => new Uint8Array(await crypto.subtle.sign('HMAC', await key, encoder.encode(text)));
}

export function createSecrets(hmac: Hmac): Secrets {
  const shortened = (bytes: Uint8Array): string => base64url(bytes.subarray(0, 16));
  /** At once where the platform can: a vote has to wait for nothing then. */
  const short = (text: string): string | Promise<string> => {
    const bytes = hmac(text);
    return bytes instanceof Promise ? bytes.then(shortened) : shortened(bytes);
  };
  return {
    pseudonym: (election, subject) => short(`voter|${election}|${subject}`),
    pass: (election) => short(`pass|${election}`),
  };
}

/** Whether both are the same; takes as long wherever they differ. */
export function sameSecret(a: string, b: string): boolean {
  let differences = a.length ^ b.length;
  for (let i = 0; i < b.length; i++) differences |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return differences === 0;
}
