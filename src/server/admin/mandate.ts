/** The president's programme, as the brand keeps it. */
import { ElectionError } from '../../model/errors.js';
import type { Mandate } from '../../model/mandate.js';
import { changeMandateSchema } from '../../protocol/admin/mandate.js';
import { storedElection } from './elections.js';
import { assertPicturesKept } from './pictures.js';
import { acts, entryOf, shows } from './reading.js';

export const showAdminMandate = shows('reader', async (desk) => {
  const { id } = (await storedElection(desk)).election;
  return (await desk.topics.mandate.ofElection(id)) ?? { mandate: null, version: 0 };
});

export const changeMandate = acts('moderator', changeMandateSchema, async (desk, { version, mandate }) => {
  const { id } = (await storedElection(desk)).election;
  await assertPicturesKept(desk.services, (await desk.topics.mandate.ofElection(id))?.mandate, mandate);
  const topics = desk.topics.entering(entryOf(desk, { act: 'mandate-changed', election: id }));
  const now = await topics.mandate.put(id, mandate as Mandate, version);
  if (now === undefined) throw new ElectionError('changed-meanwhile');
  return { mandate, version: now };
});
