import type { Clock } from '../../model/clock.js';
import type { Id } from '../../model/election.js';
import type { LogStorage } from '../storage/log-storage.js';

/** Milliseconds since the hour that an entry bears, after which it is shown though no witness has co-signed it. */
const HELD_BACK = 2 * 3_600_000;

/**
 * The newest checkpoint that witnesses have co-signed; `undefined` where there is none, or where an entry has waited for
 * them for an hour or two: witnesses that are gone for good hide no result. It follows from what is stored alone, so that
 * no process, and none after another, shows less than was shown.
 * @param clock that the entries bear; where it runs faster, so much more of its time is waited
 */
export async function cosignedNote(log: LogStorage, election: Id, clock: Clock): Promise<string | undefined> {
  const cosigned = await log.cosigned(election);
  const head = await log.head(election);
  if (!cosigned || !head || head.size <= cosigned.size) return cosigned?.note;
  const [waiting = '{}'] = await log.entries(election, cosigned.size, cosigned.size + 1);
  const { at = '' } = JSON.parse(waiting) as { readonly at?: string };
  return clock.now() - Date.parse(at) >= HELD_BACK * Math.max(1, clock.rate) ? undefined : cosigned.note;
}
