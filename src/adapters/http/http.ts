import type { Id } from '../../model/election.js';
import { addressOf, DEVICE_SCHEME, HEADERS, PASS, ROUTES } from '../../protocol/routes.js';
import type { Adapter, ResultsOptions } from '../adapter.js';
import { deviceId, knownDevice, type DeviceStorage } from './device.js';
import type { AskInit } from './line.js';
import { listIn, ownBallotIn, receiptIn, resultsIn, viewIn } from './parse.js';
import { request } from './request.js';

export interface HttpOptions {
  /** Milliseconds after which a request is given up. Default 10,000. */
  readonly timeout?: number;
  readonly fetch?: typeof fetch;
  /** Default: the page's own. Where there is none, results are asked for rather than pushed. */
  readonly EventSource?: typeof EventSource;
  /** Where this device's id is kept, under `voix:device`. Default: `localStorage`. May throw. */
  readonly storage?: () => DeviceStorage;
}

/**
 * A backend that speaks the Voix protocol.
 * @param url where the backend is mounted: absolute, or relative to the page
 */
export function httpAdapter(url: string, options: HttpOptions = {}): Adapter {
  const {
    timeout = 10_000,
    fetch = globalThis.fetch,
    EventSource = globalThis.EventSource,
    storage = () => localStorage,
  } = options;
  const base = url.replace(/\/+$/, '');

  function ask<B, T>(
    route: string,
    election: Id,
    parse: (body: B, headers: Headers) => T,
    { signal, pass }: ResultsOptions = {},
    init?: AskInit,
  ): Promise<T> {
    const query = pass ? `?${PASS}=${encodeURIComponent(pass)}` : '';
    const address = base + addressOf(route, election) + query;
    return request(address, { fetch, timeout, ...init, signal }, parse);
  }

  const identified = (device: string) => ({ Authorization: `${DEVICE_SCHEME} ${device}` });

  return {
    supports: { live: true, ownBallot: true, list: true },
    election: (id, options) => ask(ROUTES.election, id, viewIn, options),
    results: (id, options) => ask(ROUTES.results, id, resultsIn, options),
    cast: ({ election, choice, key }, options) =>
      ask(ROUTES.ballots, election, receiptIn, options, {
        method: 'POST',
        headers: {
          ...identified(deviceId(storage)),
          'Content-Type': 'application/json',
          [HEADERS.key]: key,
        },
        body: JSON.stringify({ choice }),
      }),
    async ownBallot(election, options) {
      const device = knownDevice(storage);
      if (!device) return null;
      return ask(ROUTES.ownBallot, election, ownBallotIn, options, { headers: identified(device) });
    },
    elections: (options) => ask(ROUTES.elections, '', listIn, options),
    log: async (election) => (await import('./log-files.js')).logFiles(base, election, fetch, timeout),
    community: async () => (await import('./community.js')).community(base, ask, identified, storage),
    watch(election, options) {
      const stopping = import('./live.js').then(
        ({ liveOf }) => liveOf(base, EventSource).watch(election, options),
        // Nobody is told that the line is there: results are asked for.
        () => undefined,
      );
      return () => void stopping.then((stop) => stop?.());
    },
  };
}
