/** Pictures that the brand's people add: candidates' portraits, a logo, what a report shows. */
import { ElectionError } from '../../model/errors.js';
import { MAX_PHOTO } from '../../protocol/candidacy-routes.js';
import { answer } from '../answer.js';
import { readBytes } from '../body.js';
import type { Handler } from '../call.js';
import { requireAdmin } from './session.js';

/** Kept as candidates' own photos are. One that is never named goes with those that nobody speaks of. */
export const keepPicture: Handler = async (services, call) => {
  await requireAdmin(services, call, 'moderator');
  const { photos } = services;
  if (!photos) throw new ElectionError('unsupported', { detail: 'photos' });
  const picture = await readBytes(call.request, MAX_PHOTO, 'photo-too-large');
  return answer(services, call, JSON.stringify({ photo: await photos.keep(picture) }), { status: 201 });
};
