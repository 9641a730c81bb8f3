/** Pictures that the brand's people add: candidates' portraits, a logo, what a report shows. */
import { ElectionError } from '../../model/errors.js';
import { MAX_PHOTO } from '../../model/picture-type.js';
import { answer } from '../answer.js';
import { readBytes } from '../body.js';
import type { Handler, Services } from '../call.js';
import { requireAdmin } from './session.js';

/** Kept as candidates' own photos are. One that is never named goes with those that nobody speaks of. */
export const keepPicture: Handler = async (services, call) => {
  await requireAdmin(services, call, 'moderator');
  const { photos } = services;
  if (!photos) throw new ElectionError('unsupported', { detail: 'photos' });
  const picture = await readBytes(call.request, MAX_PHOTO, 'photo-too-large');
  return answer(services, call, JSON.stringify({ photo: await photos.keep(picture) }), { status: 201 });
};

const ADDRESS = /"src":"([^"]+)"/g;

/**
 * What is saved shows no picture that is gone, or about to go: somebody may have added it, and saved only after a week.
 * @param before what stood there
 * @throws ElectionError `photo-gone`
 */
export async function assertPicturesKept(
  { photos, storage }: Pick<Services, 'photos' | 'storage'>,
  before: unknown,
  after: unknown,
): Promise<void> {
  const stood = JSON.stringify(before ?? null);
  for (const [address, src = ''] of JSON.stringify(after).matchAll(ADDRESS)) {
    if (!photos || stood.includes(address) || (await photos.isNameable(src))) continue;
    // It may stand elsewhere: then it stays.
    if (!(await storage.topics?.media.isNamed(src))) throw new ElectionError('photo-gone', { detail: src });
  }
}
