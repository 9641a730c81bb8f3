import { ElectionError } from '../../model/errors.js';
import { EVERY_PAGE } from '../access.js';
import { answer } from '../answer.js';
import type { Handler } from '../call.js';

/** A year: what stands under a name never changes. */
const FOR_EVER = 'public, max-age=31536000, immutable';

export const showMedia: Handler = async (services, call) => {
  call.cors = EVERY_PAGE;
  if (!services.photos) throw new ElectionError('unsupported', { detail: 'media' });
  const found = await services.photos.read(call.parameter('file'), call.request.headers.get('Accept') ?? '');
  if (!found) throw new ElectionError('route-unknown');
  return answer(services, call, new Uint8Array(found.bytes), {
    headers: { 'Content-Type': found.type, 'Cache-Control': FOR_EVER, Vary: 'Accept' },
  });
};
