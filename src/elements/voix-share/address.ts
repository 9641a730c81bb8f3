import { safeAddress } from '../../model/address.js';
import { arrivalHash, type Arrival } from '../../model/arrival.js';
import type { ShareOffer } from '../../model/share.js';

/**
 * What is shared of a candidate: the address that the backend gives, else this page at that candidate.
 * @param page the address of this page
 */
export function sharedAddress(offer: ShareOffer | undefined, arrival: Arrival, page: string): string {
  const given = safeAddress(offer?.address(arrival.election, arrival.candidate), page);
  return given ?? page.replace(/#.*$/, '') + arrivalHash(arrival);
}
