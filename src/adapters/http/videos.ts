import { backoff } from '../../model/backoff.js';
import type { CallOptions } from '../../model/call-options.js';
import type { CandidacyOffer } from '../../model/candidacy.js';
import type { Video } from '../../model/election.js';
import { ElectionError } from '../../model/errors.js';
import { CANDIDACY_ROUTES } from '../../protocol/candidacy-routes.js';
import { addressOf } from '../../protocol/routes.js';
import type { Line } from './line.js';

/** How often a piece is sent before the whole is given up, for now. */
const TRIES = 5;

interface Begun {
  readonly upload: string;
  /** Bytes of a piece. */
  readonly piece: number;
}

/** Videos go in pieces, one after the other; a piece that does not get through is sent again. */
export function videosOver(line: Line): Required<Pick<CandidacyOffer, 'video' | 'captions'>> {
  const begun = new WeakMap<Blob, Begun & { sent: number }>();
  return {
    async video(election, video, { signal, onProgress } = {}) {
      const begin = addressOf(CANDIDACY_ROUTES.beginVideo, election);
      const { size } = video;
      const going = begun.get(video) ?? {
        ...(await line.post(begin, { size }, begunIn, { signal })),
        sent: 0,
      };
      begun.set(video, going);
      const path = addressOf(CANDIDACY_ROUTES.video, election).replace('{video}', going.upload);
      for (;;) {
        onProgress?.(going.sent / size);
        const end = Math.min(going.sent + going.piece, size);
        const headers = { 'Content-Range': `bytes ${going.sent}-${end - 1}/${size}` };
        const piece = video.slice(going.sent, end, 'application/octet-stream');
        const whole = await patiently(() => line.post(path, piece, videoIn, { signal, headers }), signal);
        if (whole) return whole;
        if (end === size) throw new ElectionError('answer-unreadable');
        going.sent = end;
      }
    },
    captions: (election, captions, options) =>
      line.post(addressOf(CANDIDACY_ROUTES.captions, election), captions, captionsIn, options),
  };
}

async function patiently<T>(send: () => Promise<T>, signal: CallOptions['signal']): Promise<T> {
  for (let tries = 0; ; tries++)
    try {
      return await send();
    } catch (thrown) {
      if (!(thrown instanceof ElectionError && thrown.retryable) || tries === TRIES - 1) throw thrown;
      await pause(backoff(tries, Math.random, thrown.retryAfter), signal);
    }
}

const pause = (ms: number, signal: CallOptions['signal']): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });

function begunIn({ upload, piece }: Begun): Begun {
  if (typeof upload === 'string' && piece > 0) return { upload, piece };
  throw new TypeError();
}

function videoIn({ video }: { readonly video: Video | null }): Video | null {
  if (video === null || typeof video.id === 'string') return video;
  throw new TypeError();
}

function captionsIn({ captions }: { readonly captions: string }): string {
  if (typeof captions === 'string') return captions;
  throw new TypeError();
}
