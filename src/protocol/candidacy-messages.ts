/** What is sent to stand as a candidate, and what is answered. Each text is held against `model/candidacy.ts`. */
import * as v from 'valibot';
import { CANDIDACY_STATES, CONSENTS } from '../model/candidacy.js';
import { REPORT_REASONS } from '../model/report.js';

/** Far above what any field takes: what is too long is told with its field. */
const text = v.pipe(v.string(), v.maxLength(12_000));
const percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
const photo = v.strictObject({
  src: text,
  srcset: v.exactOptional(text),
  alt: v.exactOptional(text),
  focus: v.exactOptional(v.strictTuple([percent, percent])),
});
const video = v.variant('provider', [
  v.strictObject({ provider: v.picklist(['youtube', 'vimeo', 'dailymotion']), id: text }),
  // One that was sent here.
  v.strictObject({
    provider: v.literal('file'),
    id: text,
    title: v.exactOptional(text),
    captions: v.exactOptional(text),
  }),
]);
const profile = v.strictObject({
  name: text,
  town: text,
  slogan: text,
  manifesto: text,
  photo: v.exactOptional(photo),
  video: v.exactOptional(video),
  lang: v.exactOptional(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/))),
});
const version = v.pipe(v.number(), v.integer(), v.minValue(1));

/** POST candidacies */
export const submissionSchema = v.strictObject({
  profile,
  email: v.exactOptional(text),
  consents: v.strictObject(v.entriesFromList(CONSENTS, v.boolean())),
  version: v.exactOptional(version),
});

/** POST withdrawal */
export const withdrawalSchema = v.strictObject({ version });

/** POST report */
export const candidateReportSchema = v.strictObject({ reason: v.picklist(REPORT_REASONS) });

const candidacySchema = v.object({
  id: v.string(),
  state: v.picklist(CANDIDACY_STATES),
  version,
  profile: v.object({ ...profile.entries, photo: v.exactOptional(v.object(photo.entries)) }),
  email: v.exactOptional(v.string()),
  reason: v.exactOptional(v.string()),
  candidate: v.exactOptional(v.string()),
  submittedAt: v.string(),
  changedAt: v.string(),
});

/** GET own, POST submit and withdraw; `null` where this person has none. */
export const candidacyAnswerSchema = v.object({ candidacy: v.nullable(candidacySchema) });

/** POST photos */
export const photoAnswerSchema = v.object({ photo });

const bytes = v.pipe(v.number(), v.integer(), v.minValue(1));

/** POST videos: bytes of the whole. */
export const beginVideoSchema = v.strictObject({ size: bytes });

/** What the pieces are sent under, and how many bytes each has, but for the last one. */
export const videoBegunSchema = v.object({ upload: v.string(), piece: bytes });

/** POST a piece of a video: the video once all of it is there, until then `null`. */
export const videoAnswerSchema = v.object({ video: v.nullable(video) });

/** POST captions: their address. */
export const captionsAnswerSchema = v.object({ captions: v.string() });
