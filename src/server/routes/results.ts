import { hiddenAt } from '../../model/results.js';
import { PASS } from '../../protocol/routes.js';
import { answer, isKnown, publicFor } from '../answer.js';
import { admit, type Call, type Handler, type Services } from '../call.js';
import type { Listed } from '../catalogue.js';
import { shownResults } from '../live/frames.js';
import { sameSecret } from '../secrets.js';

/** The results that the asker may see, as they are sent, and a text that changes when they do. */
interface Seen {
  readonly json: string;
  readonly version: string;
}

/**
 * Hidden results are neither read nor sent. What is hidden is decided before the tally is read: a
 * tally read a moment before the close never leaves with the close's permission, nor the reverse.
 */
async function seenBy(services: Services, { election }: Listed, hasVoted: boolean): Promise<Seen> {
  const hidden = hiddenAt(election, services.clock.now(), hasVoted);
  if (hidden) return { json: JSON.stringify({ hidden }), version: hidden };
  const tally = await services.storage.tally(election.id);
  return { json: shownResults(tally), version: String(tally.version) };
}

/** Everyone's answer may be kept for a moment; one that a pass has opened is asked for again each time. */
function conditional(services: Services, call: Call, json: () => string, etag: string): Response {
  const isPublic = call.query(PASS).length === 0;
  const headers = { ETag: etag, 'Cache-Control': isPublic ? publicFor(services.clock) : 'private, no-cache' };
  if (isKnown(call.request, etag)) return answer(services, call, null, { status: 304, headers });
  return answer(services, call, json(), { headers });
}

const hasPass = (call: Call, { pass }: Listed): boolean =>
  call.query(PASS).some((given) => sameSecret(given, pass));

export const showResults: Handler = async (services, call) => {
  const listed = await admit(services, call);
  const seen = await seenBy(services, listed, hasPass(call, listed));
  return conditional(services, call, () => `{"results":${seen.json}}`, `"${seen.version}"`);
};

/** The election with its results; the ETag is weak, for the clock in the body moves on without it. */
export const showElection: Handler = async (services, call) => {
  const listed = await admit(services, call);
  const seen = await seenBy(services, listed, hasPass(call, listed));
  const body = () => {
    const clock = { now: services.clock.now(), rate: services.clock.rate };
    const log = listed.log === undefined ? '' : `,"log":${listed.log}`;
    return `{"election":${listed.json},"clock":${JSON.stringify(clock)},"results":${seen.json}${log}}`;
  };
  return conditional(services, call, body, `W/"${listed.tag}-${seen.version}"`);
};
