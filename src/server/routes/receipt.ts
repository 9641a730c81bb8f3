import type { Receipt } from '../../model/ballot.js';
import type { Listed } from '../catalogue.js';
import type { StoredBallot } from '../storage/storage.js';

/** What the voter gets back. The pass comes with it only where there is something for it to open. */
export function receiptOf({ election, pass }: Listed, ballot: StoredBallot): Receipt {
  return {
    election: election.id,
    ballot: ballot.ballot,
    sequence: ballot.sequence,
    choice: ballot.choice,
    at: ballot.at,
    tier: ballot.tier,
    changed: ballot.replaces !== undefined,
    ...(ballot.replaces !== undefined && { replaces: ballot.replaces }),
    ...(election.rules.visibility === 'until-voted' && { pass }),
  };
}
