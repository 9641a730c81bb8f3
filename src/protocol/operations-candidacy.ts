import type { ErrorCode } from '../model/errors.js';
import { CANDIDACY_ROUTES } from './candidacy-routes.js';
import type { Operation } from './operations.js';

const ELECTION: readonly ErrorCode[] = ['election-unknown', 'origin-refused', 'unsupported'];
const IDENTITY: readonly ErrorCode[] = ['identity-missing', 'identity-invalid'];
const BODY: readonly ErrorCode[] = ['body-not-json', 'body-too-large', 'body-invalid', 'key-missing'];

export const CANDIDACY_OPERATIONS = {
  submitCandidacy: {
    method: 'POST',
    path: CANDIDACY_ROUTES.submit,
    summary:
      'Stands as a candidate, or mends what was sent; the same again under the same key changes nothing.',
    errors: [
      ...ELECTION,
      ...IDENTITY,
      ...BODY,
      'candidacy-closed',
      'candidacy-exists',
      'candidacy-unknown',
      'candidacy-invalid',
      'candidacy-settled',
      'changed-meanwhile',
      'storage-failed',
    ],
  },
  ownCandidacy: {
    method: 'GET',
    path: CANDIDACY_ROUTES.own,
    summary: "The asking person's candidacy, or `null`.",
    errors: [...ELECTION, ...IDENTITY],
  },
  withdrawCandidacy: {
    method: 'POST',
    path: CANDIDACY_ROUTES.withdraw,
    summary:
      'Takes a candidacy back. Once voting has opened, votes already cast stay counted, nobody can cast another for this candidate, who can no longer be elected; the log says so.',
    errors: [
      ...ELECTION,
      ...IDENTITY,
      ...BODY,
      'candidacy-closed',
      'candidacy-unknown',
      'changed-meanwhile',
      'storage-failed',
    ],
  },
  reportCandidate: {
    method: 'POST',
    path: CANDIDACY_ROUTES.report,
    summary: 'Asks the brand to look at a candidate, once a person.',
    errors: [...ELECTION, ...IDENTITY, ...BODY, 'candidate-unknown', 'storage-failed'],
  },
  keepPhoto: {
    method: 'POST',
    path: CANDIDACY_ROUTES.photos,
    summary: 'Keeps a portrait, upright, in several widths and without metadata, to be named in a candidacy.',
    errors: [
      ...ELECTION,
      ...IDENTITY,
      'key-missing',
      'candidacy-closed',
      'photo-unreadable',
      'photo-too-large',
      'overloaded',
      'storage-failed',
    ],
  },
  beginVideo: {
    method: 'POST',
    path: CANDIDACY_ROUTES.beginVideo,
    summary: 'Begins to send a video, and says what size its pieces have.',
    errors: [...ELECTION, ...IDENTITY, ...BODY, 'candidacy-closed', 'video-too-large'],
  },
  keepVideo: {
    method: 'POST',
    path: CANDIDACY_ROUTES.video,
    summary:
      'Keeps a piece of a video; one that was sent before stays as it is. With the last one the video is there, to be named in a candidacy.',
    errors: [
      ...ELECTION,
      ...IDENTITY,
      'key-missing',
      'body-invalid',
      'body-too-large',
      'candidacy-closed',
      'route-unknown',
      'video-unreadable',
      'storage-failed',
    ],
  },
  keepCaptions: {
    method: 'POST',
    path: CANDIDACY_ROUTES.captions,
    summary: 'Keeps the captions of a video, WebVTT or SubRip; they are written anew.',
    errors: [
      ...ELECTION,
      ...IDENTITY,
      'key-missing',
      'body-too-large',
      'candidacy-closed',
      'captions-unreadable',
      'storage-failed',
    ],
  },
  media: {
    method: 'GET',
    path: CANDIDACY_ROUTES.media,
    summary:
      'A picture, as AVIF, WebP or JPEG by what the asker accepts; a video, or the part of it that was asked for; captions. It never changes.',
    errors: ['route-unknown', 'unsupported', 'range-unknown'],
    open: true,
  },
} as const satisfies Record<string, Operation>;
