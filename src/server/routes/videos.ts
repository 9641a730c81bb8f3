/** Videos of those who stand, sent in pieces, and their captions. */
import { mayStand } from '../../model/candidacy.js';
import { ElectionError } from '../../model/errors.js';
import { beginVideoSchema } from '../../protocol/candidacy-messages.js';
import { answer } from '../answer.js';
import { readBytes } from '../body.js';
import { admit, type Call, type Handler, type Services } from '../call.js';
import { MAX_CAPTIONS } from '../../model/captions.js';
import { PIECE, type Videos } from '../media/videos.js';
import { keyOf, personFor, sentIn } from '../sent.js';

export const beginVideo: Handler = async (services, call) => {
  const videos = await videosFor(services, call);
  const { body } = await sentIn(call, beginVideoSchema);
  const begun = { upload: await videos.begin(body.size), piece: PIECE };
  return answer(services, call, JSON.stringify(begun), { status: 201 });
};

export const keepVideo: Handler = async (services, call) => {
  const videos = await videosFor(services, call);
  const upload = call.parameter('video');
  const [, from, size] =
    /^bytes (\d+)-\d+\/(\d+)$/.exec(call.request.headers.get('Content-Range') ?? '') ?? [];
  if (from === undefined || !upload.endsWith(`-${size}`))
    throw new ElectionError('body-invalid', { detail: 'Content-Range' });
  const bytes = await readBytes(call.request, PIECE, 'body-too-large');
  const video = (await videos.keep(upload, Number(from), bytes)) ?? null;
  return answer(services, call, JSON.stringify({ video }));
};

export const keepCaptions: Handler = async (services, call) => {
  const videos = await videosFor(services, call);
  const captions = await videos.keepCaptions(await readBytes(call.request, MAX_CAPTIONS, 'body-too-large'));
  return answer(services, call, JSON.stringify({ captions }), { status: 201 });
};

/**
 * For whoever may stand now, and says who they are.
 * @throws ElectionError `unsupported`, `key-missing`, `identity-missing`, `identity-invalid`, `candidacy-closed`
 */
async function videosFor(services: Services, call: Call): Promise<Videos> {
  const listed = await admit(services, call);
  if (!services.videos) throw new ElectionError('unsupported', { detail: 'videos' });
  keyOf(call);
  await personFor('candidacy', services, call, listed);
  if (!mayStand(listed.election, services.clock.now(), true)) throw new ElectionError('candidacy-closed');
  return services.videos;
}
