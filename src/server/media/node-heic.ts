import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ElectionError } from '../../model/errors.js';

export interface HeicSent {
  readonly picture: Uint8Array;
  readonly mostPixels: number;
}

/** Upright, four bytes a pixel. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

export type HeicRead = Pixels | 'unreadable' | 'too-large';

/** Built as this file is. A bundler has to be told of it as one more entry. */
const THREAD = new URL(`./node-heic-thread${extname(import.meta.url)}`, import.meta.url);

/** Milliseconds; the largest picture that is taken needs a third of them on a slow machine. */
const PATIENCE = 30_000;

/**
 * What an iPhone keeps its photos in. Read by libheif in WebAssembly, on a thread of its own that ends with it: what
 * the picture does to it stays there.
 * @throws ElectionError `photo-unreadable`, `photo-too-large`
 */
export async function readHeic(picture: Uint8Array, mostPixels: number): Promise<Pixels> {
  const worker = new Worker(THREAD, { workerData: { picture, mostPixels } satisfies HeicSent });
  try {
    const [read] = (await once(worker, 'message', { signal: AbortSignal.timeout(PATIENCE) })) as [HeicRead];
    if (read === 'too-large')
      throw new ElectionError('photo-too-large', { detail: `${mostPixels} pixels at most` });
    if (read === 'unreadable') throw new ElectionError('photo-unreadable', { detail: 'heic' });
    return read;
  } catch (cause) {
    throw cause instanceof ElectionError ? cause : new ElectionError('photo-unreadable', { cause });
  } finally {
    await worker.terminate();
  }
}
