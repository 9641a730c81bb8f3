import type { Community } from '../../model/community.js';
import { ElectionError } from '../../model/errors.js';

/**
 * What a backend offers around the vote, for an element that stands in no provider.
 * @param address absolute, or relative to the page
 * @throws ElectionError `attribute-invalid`, `unsupported`
 */
export async function communityAt(address: string): Promise<Community> {
  if (!URL.canParse(address, document.baseURI))
    throw new ElectionError('attribute-invalid', { detail: `backend: ${address}` });
  const { httpAdapter } = await import('../../adapters/http/http.js');
  const { community } = httpAdapter(new URL(address, document.baseURI).href);
  if (!community) throw new ElectionError('unsupported');
  return community();
}
