import { ElectionError } from '../model/errors.js';
import { HEADERS } from '../protocol/routes.js';
import { accessOf, EVERY_PAGE, readable, type HeaderRecord } from './access.js';
import { answer } from './answer.js';
import { ownOrigin, type Handler } from './call.js';

const ALLOWED_HEADERS =
  `Content-Type, Content-Range, Authorization, ${HEADERS.key}, Last-Event-ID`.toLowerCase();

/** Two hours: no browser keeps the answer to a preflight longer than the strictest one does. */
const MAX_AGE = '7200';

/**
 * Answers a browser that asks before it sends. Where the election is unknown it may send: the answer
 * then says so, and a page can read it.
 * @param isOpen any page may ask
 * @throws ElectionError `origin-refused`
 */
export const preflight =
  (method: 'GET' | 'POST', isOpen: boolean): Handler =>
  async (services, call) => {
    const methods = method === 'GET' ? 'GET, HEAD' : method;
    call.cors = isOpen ? EVERY_PAGE : readable(call.origin);
    const listed = isOpen ? undefined : await services.catalogue.get(call.election);
    if (listed) {
      call.listed = listed.election.id;
      const access = accessOf(call.origin, ownOrigin(services, call), listed.origins);
      if (!access.allowed) throw new ElectionError('origin-refused');
      call.cors = access.headers;
    }
    const headers: HeaderRecord = {
      Allow: `${methods}, OPTIONS`,
      'Access-Control-Allow-Methods': methods,
      'Access-Control-Allow-Headers': ALLOWED_HEADERS,
      'Access-Control-Max-Age': MAX_AGE,
    };
    return answer(services, call, null, { status: 204, headers });
  };
