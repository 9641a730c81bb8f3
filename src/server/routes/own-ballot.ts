import { answer } from '../answer.js';
import { admit, type Handler } from '../call.js';
import { IDENTITIES } from '../identity/identity.js';
import { receiptAt } from '../receipt-proof.js';
import { receiptOf } from './receipt.js';

/** The asking voter's counted ballot, proved against the newest checkpoint, or `null`. Never kept by anyone on the way. */
export const showOwnBallot: Handler = async (services, call) => {
  const listed = await admit(services, call);
  const { id, rules } = listed.election;
  const voter = await IDENTITIES[rules.identity](call.request);
  const ballot = await services.storage.ballotOf(
    id,
    await services.secrets.pseudonym(listed.voters, voter.subject),
  );
  if (!ballot) return answer(services, call, '{"ballot":null}');
  const proof = await receiptAt(services.logs, listed, ballot.sequence);
  return answer(services, call, JSON.stringify({ ballot: { ...receiptOf(listed, ballot), ...proof } }));
};
