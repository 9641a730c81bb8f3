import type { CallOptions } from './call-options.js';
import type { Calendar, Id, Instant, Lang, Photo, Video } from './election.js';
import { isFrom, phaseAt } from './phase.js';
import type { ReportReason } from './report.js';
import { addressOfVideo, videoAt } from './video-address.js';

/** What customers will read of a candidate, as the candidate writes it. */
export interface Profile {
  readonly name: string;
  readonly town: string;
  readonly slogan: string;
  /** Plain text; a blank line starts a new paragraph. */
  readonly manifesto: string;
  readonly photo?: Photo;
  readonly video?: Video;
  /** Where it is not the election's. */
  readonly lang?: Lang;
}

/** What a candidate says yes to; each is asked for by itself, and none is ticked beforehand. */
export const CONSENTS = ['age', 'rules', 'image'] as const;
export type Consent = (typeof CONSENTS)[number];

/** What is sent to stand, or to mend what was sent. */
export interface Submission {
  readonly profile: Profile;
  /** Where the brand's answer is told; shown to nobody but the brand. */
  readonly email?: string;
  readonly consents: Readonly<Record<Consent, boolean>>;
  /** Of the candidacy that it mends; absent from a first one. */
  readonly version?: number;
}

/**
 * `pending`: the brand reads it. `returned`: sent back with a reason, to be mended. `approved`: its person is a
 * candidate. `withdrawn`: taken back by that person. `hidden`: taken out by the brand, with a reason.
 */
export const CANDIDACY_STATES = ['pending', 'returned', 'approved', 'withdrawn', 'hidden'] as const;
export type CandidacyState = (typeof CANDIDACY_STATES)[number];

/** A candidacy, as the person whose it is and the brand see it. */
export interface Candidacy {
  readonly id: string;
  readonly state: CandidacyState;
  /** From 1; goes up with every change. Who acts names the one that they saw. */
  readonly version: number;
  readonly profile: Profile;
  readonly email?: string;
  /** Why it was sent back or hidden, in the brand's words. */
  readonly reason?: string;
  /** The candidate that it became. */
  readonly candidate?: Id;
  readonly submittedAt: Instant;
  readonly changedAt: Instant;
}

/** Lengths in characters as people count them. */
export const LENGTHS = {
  name: [2, 60],
  town: [1, 60],
  slogan: [3, 140],
  manifesto: [40, 3000],
  alt: [0, 200],
  email: [0, 120],
} as const satisfies Record<string, readonly [least: number, most: number]>;

export type CandidacyField = keyof typeof LENGTHS | 'photo' | 'video' | Consent;

/** What is wrong with a field; the sentences are in `locales/`. */
export type Fault =
  | 'missing'
  | 'short'
  | 'long'
  | 'hidden'
  | 'marks'
  | 'letters'
  | 'lines'
  | 'link'
  | 'address'
  | 'consent';

export type Faults = Readonly<Partial<Record<CandidacyField, Fault>>>;

/** Turns the direction of writing, or draws nothing: what one reads would not be what is written. */
export const HIDDEN =
  /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e0fff}]/u;
/** More marks on a letter than any language has. */
export const ZALGO = /\p{M}{4}/u;
/** An address, or what becomes one. */
export const LINK = /:\/\/|\bwww\.|^\s*(javascript|data):/i;

/** A text as it is kept: composed, without space around it, lines ended in one way. */
export const tidy = (text: string): string =>
  text.normalize('NFC').replace(/\r\n?/g, '\n').replaceAll('\t', ' ').trim();

/** Characters as people count them, however many units they take. */
export const lengthOf = (text: string): number => [...text].length;

/**
 * What is wrong with a text.
 * @param text tidied
 */
export function textFault(field: keyof typeof LENGTHS, text: string): Fault | undefined {
  const [least, most] = LENGTHS[field];
  const length = lengthOf(text);
  if (length === 0) return least > 0 ? 'missing' : undefined;
  if (field !== 'manifesto' && text.includes('\n')) return 'lines';
  if (HIDDEN.test(text.replaceAll('\n', ''))) return 'hidden';
  if (ZALGO.test(text.normalize('NFD'))) return 'marks';
  if (length > most) return 'long';
  if (length < least) return 'short';
  if (field === 'email') return /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]{2,}$/.test(text) ? undefined : 'address';
  if (!/\p{L}/u.test(text)) return 'letters';
  return LINK.test(text) ? 'link' : undefined;
}

/** All that is wrong, field by field; empty where it can be sent. @param sent texts tidied */
export function faultsIn({ profile, email = '', consents }: Submission): Faults {
  const faults: Partial<Record<CandidacyField, Fault>> = {};
  const texts = { ...profile, email, alt: profile.photo?.alt ?? '' };
  for (const field of Object.keys(LENGTHS) as (keyof typeof LENGTHS)[]) {
    const fault = textFault(field, texts[field]);
    if (fault) faults[field] = fault;
  }
  const { video } = profile;
  if (video && !isAddressed(video)) faults.video = 'address';
  for (const consent of CONSENTS) if (!consents[consent]) faults[consent] = 'consent';
  return faults;
}

/** Whether it can be found: at its provider's, or where it was sent to. */
const isAddressed = (video: Video): boolean =>
  video.provider === 'file'
    ? /^(blob:|(https?:\/)?\/)/.test(video.id)
    : videoAt(addressOfVideo(video))?.id === video.id;

/** A submission with its texts as they are kept. */
export function tidied(sent: Submission): Submission {
  const { name, town, slogan, manifesto, photo } = sent.profile;
  const texts = { name: tidy(name), town: tidy(town), slogan: tidy(slogan), manifesto: tidy(manifesto) };
  const alt = tidy(photo?.alt ?? '');
  const { alt: _, ...picture } = photo ?? { src: '' };
  const email = tidy(sent.email ?? '');
  const { email: _email, ...rest } = sent;
  return {
    ...rest,
    profile: { ...sent.profile, ...texts, ...(photo && { photo: { ...picture, ...(alt && { alt }) } }) },
    ...(email && { email }),
  };
}

/** Whether the person may still change it: until the brand has approved it, or they have withdrawn it. */
export const isMendable = ({ state }: Pick<Candidacy, 'state'>): boolean =>
  state === 'pending' || state === 'returned';

/**
 * Whether one may stand now: from the phase of candidacies on, or from the beginning where the calendar has none, and
 * until the campaign begins, or voting where there is none. Mending what was sent back goes on until voting opens.
 */
export function mayStand(
  { calendar }: { readonly calendar: Calendar },
  now: number,
  isMending: boolean,
): boolean {
  const phase = phaseAt(calendar, now);
  if (isFrom(phase, 'voting')) return false;
  if (calendar.candidacy !== undefined && !isFrom(phase, 'candidacy')) return false;
  return isMending || phase !== 'campaign';
}

export interface UploadOptions extends CallOptions {
  /** Called as it goes on. @param part what the backend has, from 0 to 1 */
  readonly onProgress?: (part: number) => void;
}

/** How a backend takes candidacies. */
export interface CandidacyOffer {
  /** This person's own; `null` where there is none. */
  own(election: Id, options?: CallOptions): Promise<Candidacy | null>;
  /**
   * Stands, or mends what was sent. Sending the same again under its key gives the same answer.
   * @param key a UUID made before the first send
   */
  submit(election: Id, submission: Submission, key: string, options?: CallOptions): Promise<Candidacy>;
  /** Takes it back. @param version the one that the person saw */
  withdraw(election: Id, version: number, options?: CallOptions): Promise<Candidacy>;
  /** Asks the brand to look at a candidate; counted once a person. Absent where nobody would look. */
  readonly report?: (
    election: Id,
    candidate: Id,
    reason: ReportReason,
    options?: CallOptions,
  ) => Promise<void>;
  /** Keeps a picture, to be named in a submission. Absent where a backend takes none. */
  readonly photo?: (election: Id, picture: Blob, options?: CallOptions) => Promise<Photo>;
  /**
   * Keeps a video, to be named in a submission: an MP4 or a WebM. Where it was cut off, the same `Blob` again goes on
   * from there. Absent where a backend takes none, as `captions`.
   */
  readonly video?: (election: Id, video: Blob, options?: UploadOptions) => Promise<Video>;
  /** Keeps a video's captions, WebVTT or SubRip. Resolves with the address for `Video.captions`. */
  readonly captions?: (election: Id, captions: Blob, options?: CallOptions) => Promise<string>;
}
