import { safeAddress } from '../../model/address.js';

/**
 * Where a page of one's own shows an election.
 * @param pattern an address in which `{election}` stands for its id; `undefined` gives none
 */
export const linkTo = (pattern: string | undefined, election: string): string | undefined =>
  pattern && safeAddress(pattern.replaceAll('{election}', encodeURIComponent(election)), document.baseURI);
