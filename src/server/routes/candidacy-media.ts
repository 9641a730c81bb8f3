/** The photo and the video of a candidacy: its person's own, whoever else can read where they stand. */
import type { Profile } from '../../model/candidacy.js';
import type { Services } from '../call.js';

type Media = Pick<Profile, 'photo' | 'video'>;
type Kept = Pick<Services, 'photos' | 'videos' | 'storage'>;

/** Whether an election, a mandate or a candidacy speaks of what stands at an address. */
const isNamed = async ({ storage }: Kept, address: string | undefined): Promise<boolean> =>
  address !== undefined && (await storage.topics?.media.isNamed(address)) === true;

/**
 * What is sent as it was kept here; absent is what never was, and what somebody else has named: whoever stands is shown
 * to everyone, with the addresses of their pictures.
 * @param before what the same person named before
 */
export async function ownMedia(
  services: Kept,
  { photo: sentPhoto, video: sentVideo }: Media,
  before: Media = {},
): Promise<Media> {
  const isTheirs = async (address: string | undefined, own: string | undefined) =>
    address !== own && (await isNamed(services, address));
  const photo =
    sentPhoto && !(await isTheirs(sentPhoto.src, before.photo?.src))
      ? await services.photos?.known(sentPhoto, before.photo)
      : undefined;
  if (sentVideo?.provider !== 'file')
    return { ...(photo && { photo }), ...(sentVideo && { video: sentVideo }) };
  const isTheirVideo =
    (await isTheirs(sentVideo.id, before.video?.id)) ||
    (await isTheirs(sentVideo.captions, before.video?.captions));
  const video = isTheirVideo ? undefined : await services.videos?.known(sentVideo, before.video);
  return { ...(photo && { photo }), ...(video && { video }) };
}

/** Deletes what was withdrawn, but what is spoken of elsewhere. */
export async function dropMedia(services: Kept, { photo, video }: Media): Promise<void> {
  if (photo && !(await isNamed(services, photo.src))) await services.photos?.forget(photo);
  if (video && !(await isNamed(services, video.id))) await services.videos?.forget(video);
}
