/**
 * Challenges of passkeys that the server need not keep: each names its end, for whom it is, and is signed. That each is
 * met once, the storage sees to, by its id.
 */
import { ElectionError } from '../../model/errors.js';
import { utf8 } from '../../log/utf8.js';
import { randomId } from '../random-id.js';
import { sameSecret, type Secrets } from '../secrets.js';

/** Five minutes, in ms. */
const VALID = 300_000;

/** @param to what it is for: `sign-in`, or the id of who adds a passkey */
export async function newChallenge(secrets: Secrets, to: string, at: number): Promise<string> {
  const said = `${randomId()}.${at + VALID}`;
  return `${said}.${await secrets.pseudonym('admin-challenge', `${to}|${said}`)}`;
}

/**
 * @param encoded as the authenticator signed it: base64url of the challenge
 * @throws ElectionError `passkey-refused` where it is not ours, too old, or for something else
 */
export async function readChallenge(
  secrets: Secrets,
  to: string,
  encoded: string,
  at: number,
): Promise<{ readonly id: string; readonly expires: number }> {
  const [id = '', expires = '', mac = ''] = decoded(encoded).split('.');
  const right = await secrets.pseudonym('admin-challenge', `${to}|${id}.${expires}`);
  if (!sameSecret(mac, right) || Number(expires) <= at) throw new ElectionError('passkey-refused');
  return { id, expires: Number(expires) };
}

function decoded(text: string): string {
  try {
    return atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    throw new ElectionError('passkey-refused');
  }
}

export const challengeBytes = (challenge: string): Uint8Array<ArrayBuffer> => new Uint8Array(utf8(challenge));
