import {
  faultsIn,
  tidied,
  type Candidacy,
  type Consent,
  type Faults,
  type Submission,
} from '../../model/candidacy.js';
import type { Id, Photo, Video } from '../../model/election.js';
import { addressOfVideo, videoAt } from '../../model/video-address.js';

/** What is being written, as it is typed. Kept on the device with every change. */
export interface Draft {
  readonly name: string;
  readonly town: string;
  readonly slogan: string;
  readonly manifesto: string;
  /** The address of the video. */
  readonly video: string;
  readonly email: string;
  readonly alt: string;
  readonly consents: Readonly<Record<Consent, boolean>>;
  /** The portrait as the backend keeps it. */
  readonly photo?: Photo | undefined;
  /** A video that was sent from the device, as the backend keeps it: in the place of one at an address. */
  readonly uploaded?: Video | undefined;
  /** A framed portrait that is yet to be sent: a `data:` address of a JPEG, and the point to keep. */
  readonly picture?: { readonly data: string; readonly focus: Photo['focus'] } | undefined;
  /** The key of the next send; another one after each change. */
  readonly key?: string | undefined;
}

export type DraftText = 'name' | 'town' | 'slogan' | 'manifesto' | 'video' | 'email' | 'alt';

export const emptyDraft: Draft = {
  name: '',
  town: '',
  slogan: '',
  manifesto: '',
  video: '',
  email: '',
  alt: '',
  consents: { age: false, rules: false, image: false },
};

/** What was sent, to be mended: an empty one where nothing was. Who has agreed once has agreed. */
export function draftOf(own: Candidacy | null): Draft {
  if (!own) return emptyDraft;
  const { profile, email = '' } = own;
  const { name, town, slogan, manifesto, photo, video } = profile;
  return {
    name,
    town,
    slogan,
    manifesto,
    email,
    photo,
    ...(video?.provider === 'file'
      ? { uploaded: video, video: '' }
      : { video: video ? addressOfVideo(video) : '' }),
    alt: photo?.alt ?? '',
    consents: { age: true, rules: true, image: true },
  };
}

/** @param version of the candidacy that it mends */
export function submissionOf(draft: Draft, version?: number): Submission {
  const { name, town, slogan, manifesto, email, alt, photo, consents } = draft;
  const video = draft.uploaded ?? videoAt(draft.video);
  const { alt: _, ...picture } = photo ?? { src: '' };
  return tidied({
    profile: {
      name,
      town,
      slogan,
      manifesto,
      ...(photo && { photo: { ...picture, alt } }),
      ...(video && { video }),
    },
    email,
    consents,
    ...(version !== undefined && { version }),
  });
}

export function faultsOf(draft: Draft): Faults {
  const faults = faultsIn(submissionOf(draft));
  return !draft.uploaded && draft.video.trim() && !videoAt(draft.video)
    ? { ...faults, video: 'address' }
    : faults;
}

type Keeping = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
const keyOf = (election: Id): string => `voix:candidacy:${election}`;

/** The draft of an earlier visit. Other scripts write to the same storage: what makes no sense is as good as nothing. */
export function readDraft(election: Id, storage: () => Keeping = () => localStorage): Draft | undefined {
  try {
    const kept = JSON.parse(storage().getItem(keyOf(election)) ?? 'null') as Partial<Draft> | null;
    if (!kept) return undefined;
    const draft: Draft = { ...emptyDraft, ...kept, consents: { ...emptyDraft.consents, ...kept.consents } };
    const texts = [
      draft.name,
      draft.town,
      draft.slogan,
      draft.manifesto,
      draft.video,
      draft.email,
      draft.alt,
    ];
    return texts.every((text) => typeof text === 'string') ? draft : undefined;
  } catch {
    return undefined;
  }
}

/** @returns whether it is kept: storage may be closed, or full */
export function keepDraft(
  election: Id,
  draft: Draft | undefined,
  storage: () => Keeping = () => localStorage,
): boolean {
  try {
    if (draft) storage().setItem(keyOf(election), JSON.stringify(draft));
    else storage().removeItem(keyOf(election));
    return true;
  } catch {
    return false;
  }
}
