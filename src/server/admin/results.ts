/** Results as the brand's people see them, what is under review, and what is decided about a ballot. */
import { hiddenAt } from '../../model/results.js';
import { ElectionError } from '../../model/errors.js';
import { ruleSchema, type AdminResultsAnswer } from '../../protocol/admin/elections.js';
import { ballotNamed } from '../ballot-named.js';
import { storedElection } from './elections.js';
import { acts, entryOf, shows, type Desk } from './reading.js';

/** What is hidden until the close is hidden from the brand too: nobody who knows it can let it slip. */
async function resultsOf(desk: Desk): Promise<AdminResultsAnswer> {
  const { storage, clock } = desk.services;
  const { election } = await storedElection(desk);
  const hidden = hiddenAt(election, clock.now(), true) !== false;
  const tally = await storage.tally(election.id);
  return {
    version: tally.version,
    ballots: tally.ballots,
    hidden,
    counts: hidden ? {} : tally.counts,
    tiers: (await storage.log?.tiers(election.id)) ?? {},
    refused: (await storage.log?.refused(election.id)) ?? {},
  };
}

export const showAdminResults = shows('reader', resultsOf);

export const rule = acts('moderator', ruleSchema, async (desk, { ruling, ballot, reason }) => {
  const { services } = desk;
  const { election } = await storedElection(desk);
  const { log } = services.storage;
  if (!log) throw new ElectionError('unsupported', { detail: `${election.id} has no log` });
  const id = await ballotNamed(log, election.id, ballot);
  const deed = { act: 'ballot-ruled', election: election.id, subject: id, detail: `${ruling}: ${reason}` };
  await log.append(election.id, { type: ruling, ballot: id, reason }, undefined, entryOf(desk, deed));
  return resultsOf(desk);
});
