import { arrivalHash } from '../../model/arrival.js';
import type { Election, Id } from '../../model/election.js';
import { SHARE_ROUTES } from '../../protocol/share-routes.js';
import type { Services } from '../call.js';

/** Where the backend is reached. */
export type Placed = Pick<Services, 'mount' | 'publicOrigin'>;

/**
 * The address that a candidate shares, for whoever reads it elsewhere than on a page: on the backend where its address is
 * known, else on the brand's own page. What a request says of its host is never taken for it: it is written into mails.
 * @returns `undefined` where neither is known
 */
export function sharedAddress(
  { mount, publicOrigin }: Placed,
  { id: election, page }: Pick<Election, 'id' | 'page'>,
  candidate: Id,
): string | undefined {
  if (publicOrigin === undefined)
    return page && page.replace(/#.*$/, '') + arrivalHash({ election, candidate });
  const path = SHARE_ROUTES.page.replace('{election}', election).replace('{candidate}', candidate);
  return mount.replace(/\/+$/, '') + path;
}
