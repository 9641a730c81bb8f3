import type { Election, ElectionSummary } from '../../model/election.js';
import { accessOf, readable } from '../access.js';
import { answer, publicFor } from '../answer.js';
import { ownOrigin, type Handler } from '../call.js';

/** The elections that the asking page may speak to; all of them where no other page asks. */
export const listElections: Handler = async (services, call) => {
  call.cors = readable(call.origin);
  const own = ownOrigin(services, call);
  const stored = await services.storage.elections();
  const elections = stored
    .filter(({ origins }) => accessOf(call.origin, own, origins).allowed)
    .map(({ election }) => summaryOf(election));
  const headers = { 'Cache-Control': publicFor(services.clock) };
  return answer(services, call, JSON.stringify({ elections }), { headers });
};

const summaryOf = ({ id, title, brand, calendar, candidates }: Election): ElectionSummary => ({
  id,
  title,
  brand,
  calendar,
  candidates: candidates.length,
});
