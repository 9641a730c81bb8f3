import type { ShareOffer } from '../../model/share.js';
import { addressOf } from '../../protocol/routes.js';
import { SHARE_ROUTES } from '../../protocol/share-routes.js';

/** @param base the backend's address, without a slash at the end */
export const shareFrom = (base: string): ShareOffer => ({
  address: (election, candidate) =>
    base + addressOf(SHARE_ROUTES.page, election).replace('{candidate}', encodeURIComponent(candidate)),
});
