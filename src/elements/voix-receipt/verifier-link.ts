import { safeAddress } from '../../model/address.js';

/**
 * Where an independent verifier recounts a log, whose address stands behind the `#`.
 * @param verifier the page's own choice; else the one that the backend carries
 * @param log the log's own address; `undefined` where it has none
 */
export function verifierLink(verifier: string | undefined, log: string | undefined): string | undefined {
  const own = log && new URL('../../../verifier/', log).href;
  const page = verifier === undefined ? own : safeAddress(verifier, document.baseURI);
  return page && log ? `${page}#${log}` : page;
}
