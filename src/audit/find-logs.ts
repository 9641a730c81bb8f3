/** The logs at an address that somebody typed: of one election, or all of a backend or a published folder. */
import { textOf } from './bytes.js';
import { isRecord } from './entry.js';
import { fetchBytes } from './http-source.js';
import { Unreachable } from './source.js';

/**
 * @param address of a log's folder, of an election, of a backend, or of a folder as `voix publish` writes it
 * @returns the addresses of the folders that have `checkpoint` in them, at least one
 * @throws Unreachable where there is none
 */
export async function findLogs(address: string): Promise<string[]> {
  const base = address.endsWith('/') ? address : `${address}/`;
  for (const folder of [base, `${base}log/`]) if (await fetchBytes(`${folder}checkpoint`)) return [folder];
  for (const list of LISTS) {
    const ids = idsOf(textOf((await fetchBytes(base + list)) ?? new Uint8Array()) ?? '');
    if (ids.length > 0) return ids.map((id) => `${base}elections/${id}/log/`);
  }
  throw new Unreachable(`there is no log at ${address}: it has no checkpoint`);
}

/** Of a backend; of files, where `elections` is a folder. */
const LISTS = ['elections', 'elections/index.json'];

/** Of a list of elections. */
function idsOf(text: string): string[] {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    return [];
  }
  const elections = isRecord(list) ? list['elections'] : list;
  return (Array.isArray(elections) ? (elections as unknown[]) : []).flatMap((one) =>
    isRecord(one) && typeof one['id'] === 'string' && /^[a-z0-9][a-z0-9-]{0,63}$/.test(one['id'])
      ? [one['id']]
      : [],
  );
}
