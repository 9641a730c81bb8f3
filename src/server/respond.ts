import { toElectionError } from '../model/errors.js';
import type { OperationName } from '../protocol/operations.js';
import { problem, statusOf } from './answer.js';
import type { Refusals } from './clerk/refusals.js';
import type { Call, Handler, Services } from './call.js';
import { failureText, type Log } from './log.js';

/**
 * Runs a handler and answers whatever comes of it: each error as a problem with its code, anything
 * else that is thrown as `internal`, of which only an id leaves the server. Then writes the log's line.
 */
export function responder(services: Services, log: Log | undefined, refusals: Refusals) {
  return async (route: OperationName | 'none', handler: Handler, call: Call): Promise<Response> => {
    const begun = performance.now();
    let response: Response;
    let failed = {};
    try {
      response = await handler(services, call);
    } catch (thrown) {
      const error = toElectionError(thrown);
      failed = { code: error.code };
      if (route === 'ballots' && call.listed !== undefined) refusals.note(call.listed, error.code);
      if (route === 'ballots' && error.code === 'overloaded') services.hub.giveWay();
      const isOurs = statusOf(error.code) >= 500 && error.code !== 'overloaded';
      const id = isOurs ? crypto.randomUUID() : undefined;
      if (isOurs) failed = { code: error.code, request: id, failure: failureText(thrown) };
      response = problem(services, call, error, {
        ...(call.refusal && { headers: call.refusal }),
        ...(id !== undefined && { instance: `urn:uuid:${id}` }),
      });
    }
    log?.({
      event: 'request',
      level: levelOf(response.status),
      method: call.request.method,
      route,
      status: response.status,
      ms: Math.round((performance.now() - begun) * 100) / 100,
      ...(call.listed !== undefined && { election: call.listed }),
      ...failed,
    });
    return response;
  };
}

function levelOf(status: number): 'info' | 'warn' | 'error' {
  if (status === 503) return 'warn';
  return status >= 500 ? 'error' : 'info';
}
