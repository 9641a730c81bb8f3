import { parseTrackingCode, trackingCode } from '../log/code.js';
import { ElectionError } from '../model/errors.js';
import type { LogStorage } from './storage/log-storage.js';

/**
 * The id of a ballot.
 * @param named an id as it is in the log, or a tracking code as voters have it
 * @throws ElectionError `ballot-unknown`
 */
export async function ballotNamed(log: LogStorage, election: string, named: string): Promise<string> {
  if (/^[\w-]{22}$/.test(named)) return named;
  const code = parseTrackingCode(named);
  const [entry = '{}'] = code ? await log.entries(election, code.index, code.index + 1) : [];
  const { ballot } = JSON.parse(entry) as { readonly ballot?: string };
  const found = code && ballot !== undefined ? trackingCode(code.index, ballot) : undefined;
  if (ballot === undefined || found === undefined || parseTrackingCode(found)?.ballot !== code?.ballot)
    throw new ElectionError('ballot-unknown', { detail: named });
  return ballot;
}
