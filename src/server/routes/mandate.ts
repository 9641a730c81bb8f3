import { ElectionError } from '../../model/errors.js';
import type { MandateView } from '../../model/mandate.js';
import { answer, publicFor } from '../answer.js';
import { admit, type Handler } from '../call.js';
import { publicAddresses } from '../public-addresses.js';

/** What everyone may see of a president's term. */
export const showMandate: Handler = async (services, call) => {
  const { election } = await admit(services, call);
  const { topics } = services.storage;
  if (!topics) throw new ElectionError('unsupported');
  const stored = await topics.mandate.ofElection(election.id);
  const questions = await topics.questions.answered(election.id);
  const view: MandateView = { mandate: stored?.mandate ?? null, questions };
  return answer(services, call, JSON.stringify(view, publicAddresses(services.publicOrigin)), {
    headers: { 'Cache-Control': publicFor(services.clock) },
  });
};
