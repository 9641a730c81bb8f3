/**
 * The names under which videos are sent. A server keeps none of them: each says its size, and by its second half that it
 * was begun here. Names that one made up oneself, of what others have published, would keep what they named from going.
 */
import { fromBase64url } from '../../log/base64.js';
import { sameSecret, type Secrets } from '../secrets.js';

const UPLOAD = /^([0-9a-f]{16})([0-9a-f]{16})-([1-9]\d{0,11})$/;
/** Half of a name, in bytes. */
const HALF = 8;

type Names = Pick<Secrets, 'pseudonym'>;

/** A name that nobody can guess. @param size bytes of the whole */
export async function newUpload(names: Names, size: number): Promise<string> {
  const random = hex(crypto.getRandomValues(new Uint8Array(HALF)));
  return `${random}${await markOf(names, random, size)}-${size}`;
}

/** Bytes of what is sent under a name; `undefined` where it was not begun here. */
export async function sizeOf(names: Names, upload: string): Promise<number | undefined> {
  const [, random, mark, said] = UPLOAD.exec(upload) ?? [];
  if (random === undefined || mark === undefined) return undefined;
  const size = Number(said);
  return sameSecret(mark, await markOf(names, random, size)) ? size : undefined;
}

const markOf = async (names: Names, random: string, size: number): Promise<string> =>
  hex(
    (fromBase64url(await names.pseudonym('upload', `${random}-${size}`)) ?? new Uint8Array()).subarray(
      0,
      HALF,
    ),
  );

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
