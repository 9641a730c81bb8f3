import * as v from 'valibot';
import * as field from './election-fields.js';

const opt = v.exactOptional;

/** The ids that the players of these providers take. */
const VIDEO_IDS = {
  youtube: v.regex(
    /^[\w-]{11}$/,
    "YouTube's id of a video has 11 characters: what follows v= in its address.",
  ),
  vimeo: v.regex(/^\d{6,12}$/, "Vimeo's id of a video is a number: what ends its address."),
  dailymotion: v.regex(
    /^[a-zA-Z0-9]{5,12}$/,
    "Dailymotion's id of a video is what follows /video/ in its address.",
  ),
};
const shown = {
  poster: opt(
    field.address('The picture before the click that loads the video. The photo, where it is absent.'),
  ),
  title: opt(field.text(140, 'What the video is about, read by the play button.')),
};
const hosted = <const P extends keyof typeof VIDEO_IDS>(provider: P) =>
  field.strict({
    provider: v.literal(provider),
    id: v.pipe(
      v.string('Put quotes around the id.'),
      VIDEO_IDS[provider],
      v.description("The provider's id of the video."),
    ),
    ...shown,
  });
const file = field.strict({
  provider: v.literal('file'),
  id: field.address('The address of the video file.'),
  ...shown,
  captions: opt(field.address('The address of what is said in it, a WebVTT file.')),
});
export const video = v.pipe(
  v.variant(
    'provider',
    [hosted('youtube'), hosted('vimeo'), hosted('dailymotion'), file],
    'A video has a `provider` (youtube, vimeo, dailymotion or file) and an `id`.',
  ),
  v.description('A video, loaded only when a visitor clicks.'),
);
