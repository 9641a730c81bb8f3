import { ElectionError } from '../../model/errors.js';
import type { Id } from '../../model/election.js';
import { PASS_MARK, WATCH } from '../../protocol/live-routes.js';
import { accessOf, readable } from '../access.js';
import { answer, headersOf } from '../answer.js';
import { ownOrigin, type Call, type Handler, type Services } from '../call.js';
import type { Subscription } from '../live/hub.js';
import { openWebStream } from '../platform.js';
import { sameSecret } from '../secrets.js';

const EVENT_STREAM = {
  'Content-Type': 'text/event-stream',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
};

/**
 * The live stream of the elections named. One that is unknown, or not for the asking page, is left out
 * as long as there is another: a page shows several elections over one connection, and one wrong name
 * must not silence the others. Asking for that election itself says what is wrong with it.
 */
export const watch: Handler = async (services, call) => {
  const subscriptions = await subscriptionsOf(services, call);
  if (call.request.method === 'HEAD') return answer(services, call, null, { headers: EVENT_STREAM });
  const headers = headersOf(services.clock, call.cors, EVENT_STREAM);
  const open = call.platform.openStream ?? openWebStream;
  const lastSeen = call.request.headers.get('Last-Event-ID');
  return services.hub.admit(subscriptions, lastSeen, (events) => open(headers, events));
};

async function subscriptionsOf(services: Services, call: Call): Promise<readonly Subscription[]> {
  call.cors = readable(call.origin);
  const wanted = wantedIn(call.query(WATCH));
  if (wanted.size > services.watched)
    throw new ElectionError('unsupported', { detail: `${services.watched} elections a connection at most` });
  const own = ownOrigin(services, call);
  const subscriptions: Subscription[] = [];
  let isForeign = false;
  for (const [id, pass] of wanted) {
    const listed = await services.catalogue.get(id);
    if (!listed) continue;
    if (accessOf(call.origin, own, listed.origins).allowed)
      subscriptions.push({ listed, hasVoted: sameSecret(pass, listed.pass) });
    else isForeign = true;
  }
  if (subscriptions.length > 0) return subscriptions;
  if (isForeign) throw new ElectionError('origin-refused');
  throw new ElectionError('election-unknown', { detail: `${WATCH}=<election>` });
}

/** `<election>` or `<election>~<pass>`; named twice, the pass counts. */
function wantedIn(watches: readonly string[]): Map<Id, string> {
  const wanted = new Map<Id, string>();
  for (const one of watches) {
    const [id = '', pass = ''] = one.split(PASS_MARK, 2);
    if (pass || !wanted.has(id)) wanted.set(id, pass);
  }
  return wanted;
}
