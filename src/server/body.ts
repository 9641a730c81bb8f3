import { ElectionError } from '../model/errors.js';
import { MAX_BODY } from '../protocol/routes.js';
import type { Platform } from './platform.js';

const JSON_TYPE = /^application\/json *(;|$)/i;

/**
 * The body as JSON; anything whatever may be in it.
 * @param most bytes
 * @throws ElectionError `body-not-json`, `body-too-large`
 */
export async function readJson(
  request: Request,
  platform: Platform,
  most: number = MAX_BODY,
): Promise<unknown> {
  if (!JSON_TYPE.test(request.headers.get('Content-Type') ?? ''))
    throw new ElectionError('body-not-json', { detail: 'Content-Type: application/json' });
  try {
    return JSON.parse(await readText(request, platform, most)) as unknown;
  } catch (thrown) {
    // Not JSON, or cut off: the sender went away in the middle.
    throw thrown instanceof ElectionError ? thrown : new ElectionError('body-not-json', { cause: thrown });
  }
}

/**
 * The body as text.
 * @param most bytes
 * @throws ElectionError `body-too-large`
 */
export function readText(request: Request, platform: Platform, most: number): Promise<string> {
  const declared = Number(request.headers.get('Content-Length') ?? NaN);
  if (declared > most) return Promise.reject(tooLarge(most));
  if (platform.enforcesContentLength && declared >= 0) return request.text();
  return request.body ? countedText(request.body, most) : Promise.resolve('');
}

/**
 * The body as it is.
 * @param most bytes
 * @param code of what is larger
 * @throws ElectionError of that code
 */
export async function readBytes(
  request: Request,
  most: number,
  code: 'photo-too-large' | 'body-too-large',
): Promise<Uint8Array> {
  const refusal = new ElectionError(code, { detail: `${most} bytes at most` });
  if (Number(request.headers.get('Content-Length') ?? NaN) > most) throw refusal;
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done) break;
    bytes += value.byteLength;
    if (bytes > most) {
      await reader?.cancel();
      throw refusal;
    }
    pieces.push(value);
  }
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}

/** Reads no further than the limit, whatever length was declared. */
async function countedText(body: ReadableStream<Uint8Array>, most: number): Promise<string> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > most) {
      await reader.cancel();
      throw tooLarge(most);
    }
    text += decoder.decode(value, { stream: true });
  }
}

const tooLarge = (most: number) => new ElectionError('body-too-large', { detail: `${most} bytes at most` });
