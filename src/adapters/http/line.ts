import type { CallOptions } from '../../model/call-options.js';
import type { Id } from '../../model/election.js';
import { newKey } from '../../model/new-key.js';
import { HEADERS } from '../../protocol/routes.js';
import { deviceId, knownDevice, type DeviceStorage } from './device.js';

/** Milliseconds after which an upload is given up: a photo goes over a slow line too. */
const UPLOAD = 120_000;

export interface WriteOptions extends CallOptions {
  /** A UUID that makes sending it twice harmless. Default: a new one. */
  readonly key?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Requests about what is around the vote. Paths are below the backend's address; answers are JSON. */
export interface Line {
  /** Whether this device has an id: without one it has never sent anything. */
  readonly isKnown: () => boolean;
  /** Says who asks where this device has an id, and makes none. */
  get<B, T>(path: string, parse: (body: B) => T, options?: CallOptions): Promise<T>;
  /** Says who asks. A `Blob` goes as what it is, anything else as JSON. */
  post<B, T>(path: string, body: unknown, parse: (body: B) => T, options?: WriteOptions): Promise<T>;
}

/** Asks the backend: a route below its address, with its election filled in. */
export type Ask = <B, T>(
  route: string,
  election: Id,
  parse: (body: B, headers: Headers) => T,
  options?: CallOptions,
  init?: AskInit,
) => Promise<T>;

/** @param timeout milliseconds; the adapter's own by default */
export type AskInit = Omit<RequestInit, 'signal'> & { readonly timeout?: number };

/** @param identified the headers of what comes from this device */
export function createLine(
  ask: Ask,
  identified: (device: string) => Readonly<Record<string, string>>,
  storage: () => DeviceStorage,
): Line {
  return {
    isKnown: () => knownDevice(storage) !== undefined,
    get(path, parse, options) {
      const device = knownDevice(storage);
      return ask(path, '', parse, options, device ? { headers: identified(device) } : {});
    },
    post(path, body, parse, { key = newKey(), headers: more, ...options } = {}) {
      const isBlob = body instanceof Blob;
      const headers = {
        ...identified(deviceId(storage)),
        'Content-Type': isBlob ? body.type : 'application/json',
        [HEADERS.key]: key,
        ...more,
      };
      const init = { method: 'POST', headers, body: isBlob ? body : JSON.stringify(body) };
      return ask(path, '', parse, options, isBlob ? { ...init, timeout: UPLOAD } : init);
    },
  };
}
