import { ElectionError } from '../../model/errors.js';
import { EVERY_PAGE, type HeaderRecord } from '../access.js';
import { answer, isKnown } from '../answer.js';
import type { Call, Handler, Services } from '../call.js';
import { rangeIn } from '../media/range.js';
import type { KeptVideo, Videos } from '../media/videos.js';

/** A year: what stands under a name never changes. */
const FOR_EVER = 'public, max-age=31536000, immutable';

export const showMedia: Handler = async (services, call) => {
  call.cors = EVERY_PAGE;
  const { photos, videos } = services;
  if (!photos || !videos) throw new ElectionError('unsupported', { detail: 'media' });
  const file = call.parameter('file');
  const video = await videos.find(file);
  if (video) return shownVideo(services, call, videos, video);
  const captions = await videos.captions(file);
  const found = captions
    ? { bytes: captions, type: 'text/vtt; charset=utf-8' }
    : await photos.read(file, call.request.headers.get('Accept') ?? '');
  if (!found) throw new ElectionError('route-unknown');
  return answer(services, call, new Uint8Array(found.bytes), {
    headers: { 'Content-Type': found.type, 'Cache-Control': FOR_EVER, Vary: 'Accept' },
  });
};

/** Whole, or the part that was asked for (RFC 9110 §14). @throws ElectionError `range-unknown` */
function shownVideo(services: Services, call: Call, videos: Videos, video: KeptVideo): Response {
  const { request } = call;
  const { size, type, name } = video;
  const etag = `"${name}"`;
  const always: HeaderRecord = { ETag: etag, 'Cache-Control': FOR_EVER, 'Accept-Ranges': 'bytes' };
  if (isKnown(request, etag)) return answer(services, call, null, { status: 304, headers: always });
  const onlyIf = request.headers.get('If-Range');
  const asked = onlyIf === null || onlyIf === etag ? request.headers.get('Range') : null;
  const range = rangeIn(asked, size);
  if (range === 'none') {
    call.refusal = { 'Content-Range': `bytes */${size}`, 'Accept-Ranges': 'bytes' };
    throw new ElectionError('range-unknown');
  }
  const { from, to } = range ?? { from: 0, to: size };
  // The head alone is asked of the same route: nothing is read for it.
  const body = request.method === 'HEAD' ? null : videos.read(video, { from, to });
  return answer(services, call, body, {
    status: range ? 206 : 200,
    headers: {
      ...always,
      'Content-Type': type,
      'Content-Length': String(to - from),
      ...(range && { 'Content-Range': `bytes ${from}-${to - 1}/${size}` }),
    },
  });
}
