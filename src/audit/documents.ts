/** The documents that entries name by their hashes. */
import { toBase64Url, type Sha256 } from './bytes.js';
import { readProfile, type Profile } from './rules.js';
import type { Source } from './source.js';

/** The bytes; or how they are not what was named. */
export async function readDocument(
  source: Source,
  sha256: Sha256,
  hash: string,
): Promise<Uint8Array | 'missing' | 'changed'> {
  const bytes = await source.read(`documents/${hash}`);
  if (!bytes) return 'missing';
  return toBase64Url(sha256(bytes)) === hash ? bytes : 'changed';
}

export async function fetchProfile(
  source: Source,
  sha256: Sha256,
  hash: string,
): Promise<Profile | 'missing' | 'changed' | 'malformed'> {
  const document = await readDocument(source, sha256, hash);
  return typeof document === 'string' ? document : (readProfile(document) ?? 'malformed');
}
