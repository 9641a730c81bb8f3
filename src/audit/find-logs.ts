/** The logs at an address that somebody typed: of one election, or all of a backend. */
import { textOf } from './bytes.js';
import { isRecord } from './entry.js';
import { fetchBytes } from './http-source.js';
import { Unreachable } from './source.js';

/**
 * @param address of a log's folder, of an election, or of a backend
 * @returns the addresses of the folders that have `checkpoint` in them, at least one
 * @throws Unreachable where there is none
 */
export async function findLogs(address: string): Promise<string[]> {
  const base = address.endsWith('/') ? address : `${address}/`;
  for (const folder of [base, `${base}log/`]) if (await fetchBytes(`${folder}checkpoint`)) return [folder];
  const list = await fetchBytes(`${base}elections`);
  const ids = list ? idsOf(textOf(list) ?? '') : [];
  if (ids.length === 0) throw new Unreachable(`there is no log at ${address}: it has no checkpoint`);
  return ids.map((id) => `${base}elections/${id}/log/`);
}

/** Of a backend's list of elections. */
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
