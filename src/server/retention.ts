/**
 * What goes by itself, and when: thirty days after the end, in which a count may be disputed, whatever leads from a person to
 * what they did. What was said and counted stays, and the log says that it was done.
 */
import type { Election } from '../model/election.js';
import type { Act } from '../protocol/admin/people.js';
import type { Storage } from './storage/storage.js';
import type { Topics } from './storage/topics.js';

type Entry = Parameters<Topics['entering']>[0];

const DAY = 86_400_000;
/** Ms in which a count may be disputed. */
const DISPUTE = 30 * DAY;

/** Who does it, in the trail. */
const ITSELF: Entry['by'] = { id: 'voix', name: 'Voix' };

/** @returns the instants from which the dispute is over, and from which nobody writes any more; ms since 1970 */
export function endsOf({ calendar }: Election): { readonly dispute: number; readonly mandate: number } {
  const { counting, proclaimed = counting, mandate, ended } = calendar;
  const result = Math.max(Date.parse(counting), Date.parse(proclaimed));
  const last = ended === undefined ? (mandate === undefined ? result : Infinity) : Date.parse(ended);
  return { dispute: result + DISPUTE, mandate: Math.max(result, last) + DISPUTE };
}

/**
 * One round. Done again, it does nothing; cut off, the next one ends it.
 * @param now by the elections' clock, ms since 1970
 * @param wall by the wall's, for sessions and the trail
 */
export async function forgetOld({ storage, now, wall }: Forgetting): Promise<void> {
  const { topics, log } = storage;
  if (!topics) return;
  await topics.retention.endSessions(wall);
  for (const { election } of await storage.elections()) {
    const { id } = election;
    const { dispute, mandate } = endsOf(election);
    if (now < dispute) continue;
    const entry = (act: Act): Entry => ({ by: ITSELF, deed: { act, election: id }, at: wall });
    await log?.append(id, { type: 'erasure', voters: 'all' }, undefined, entry('voters-forgotten'));
    await topics.entering(entry('data-purged')).retention.endDispute(id);
    if (now >= mandate) await topics.entering(entry('data-purged')).retention.endMandate(id);
  }
}

interface Forgetting {
  readonly storage: Storage;
  readonly now: number;
  readonly wall: number;
}
