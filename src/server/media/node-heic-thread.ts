/** The thread that reads one HEIC: a large one takes a core for seconds, and no vote is to wait for it. */
import decode from 'heic-decode';
import { parentPort, workerData } from 'node:worker_threads';
import type { HeicRead, HeicSent } from './node-heic.js';

const { picture, mostPixels } = workerData as HeicSent;

/** Its head says how large it unfolds; a picture that hides in it besides the first is not looked at. */
async function read(): Promise<HeicRead> {
  const [first] = await decode.all({ buffer: picture });
  if (!first) return 'unreadable';
  if (first.width * first.height > mostPixels) return 'too-large';
  return first.decode();
}

const answer = await read().catch((): HeicRead => 'unreadable');
parentPort?.postMessage(answer, typeof answer === 'string' ? [] : [answer.data.buffer as ArrayBuffer]);
