import { isMendable, type Candidacy, type CandidacyOffer } from '../../model/candidacy.js';
import type { Id } from '../../model/election.js';
import { submissionOf, type Draft } from './draft.js';
import { blobOf } from './picture.js';

type Offer = CandidacyOffer | undefined;

/** Sends a framed portrait. @returns what changes in the draft by it: nothing where the backend takes none */
export function sendPicture(
  offer: Offer,
  election: Id,
  { data, focus }: NonNullable<Draft['picture']>,
): Promise<Partial<Draft>> | undefined {
  return offer
    ?.photo?.(election, blobOf(data))
    .then((kept) => ({ photo: { ...kept, ...(focus && { focus }) }, picture: undefined }));
}

/** Sends the candidacy: in the place of the person's own where that may be mended. @param key the draft's */
export function sendCandidacy(
  offer: Offer,
  election: Id,
  draft: Draft,
  own: Candidacy | null | undefined,
  key: string,
): Promise<Candidacy> | undefined {
  const mends = own && isMendable(own) ? own.version : undefined;
  return offer?.submit(election, submissionOf(draft, mends), key);
}
