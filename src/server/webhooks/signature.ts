/** Signatures as Standard Webhooks has them (symmetric, `v1`). */
import { base64, fromBase64 } from '../../log/base64.js';
import { utf8 } from '../../log/utf8.js';

const PREFIX = 'whsec_';

/** 192 random bits, as receivers' libraries take them. */
export const newSecret = (): string => PREFIX + base64(crypto.getRandomValues(new Uint8Array(24)));

/**
 * The headers of a delivery.
 * @param id the same at each attempt: receivers know by it what they have had
 * @param at ms since 1970; receivers refuse what is old
 */
export async function signedHeaders(
  secret: string,
  id: string,
  at: number,
  body: string,
): Promise<Readonly<Record<string, string>>> {
  const timestamp = String(Math.floor(at / 1000));
  const bytes = new Uint8Array(fromBase64(secret.slice(PREFIX.length)) ?? []);
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign']);
  const said = new Uint8Array(utf8(`${id}.${timestamp}.${body}`));
  const signature = base64(new Uint8Array(await crypto.subtle.sign('HMAC', key, said)));
  return {
    'Content-Type': 'application/json',
    'User-Agent': 'voix',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}
