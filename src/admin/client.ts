/** Speaks to the admin's part of a backend, on the page's own origin: its cookie goes nowhere else. */
import * as v from 'valibot';
import { refusalOf } from '../adapters/http/refusal.js';
import type { Photo } from '../model/election.js';
import { ElectionError } from '../model/errors.js';
import { newKey } from '../model/new-key.js';
import { MAX_PHOTO } from '../model/picture-type.js';
import { keepPictureAnswerSchema } from '../protocol/admin/mandate.js';
import { ADMIN_ROUTES } from '../protocol/admin-routes.js';
import { HEADERS } from '../protocol/routes.js';
import { sendPicture } from './send-picture.js';

type Route = keyof typeof ADMIN_ROUTES;
type Schema = v.GenericSchema;

export interface Where {
  readonly election?: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
}

const TIMEOUT = 20_000;

export class Client {
  readonly #backend: string;

  /** @param backend where it is mounted; relative to the page */
  constructor(backend: string) {
    this.#backend = new URL(backend, document.baseURI).href.replace(/\/$/, '');
  }

  /** The address of a file to be downloaded. */
  fileAddress(election: string, file: string): string {
    return this.#address('export', { election }).replace('{file}', file);
  }

  /**
   * What a route shows, as its schema has it.
   * @throws ElectionError
   */
  get<S extends Schema>(route: Route, schema: S, where: Where = {}): Promise<v.InferOutput<S>> {
    return this.#ask(this.#address(route, where), schema, {});
  }

  /**
   * Does something, and gives what the server answers.
   * @throws ElectionError
   */
  post<S extends Schema>(
    route: Route,
    schema: S,
    body: unknown,
    where: Where = {},
  ): Promise<v.InferOutput<S>> {
    return this.#ask(this.#address(route, where), schema, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', [HEADERS.key]: newKey() },
      body: JSON.stringify(body),
    });
  }

  #address(route: Route, { election = '', query = {} }: Where): string {
    const path = ADMIN_ROUTES[route].replace('{election}', encodeURIComponent(election));
    const given = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
    return this.#backend + path + (given.length ? `?${new URLSearchParams(given)}` : '');
  }

  /**
   * Has a picture kept, to be named in an election or a mandate.
   * @param heard the part of it that has left, 0 to 1
   * @throws ElectionError `photo-too-large`, before it is sent where that is known; `timeout` once `signal` is aborted
   */
  async keepPicture(file: Blob, heard: (part: number) => void, signal: AbortSignal): Promise<Photo> {
    if (file.size > MAX_PHOTO) throw new ElectionError('photo-too-large');
    const url = this.#address('keepPicture', {});
    const answer = await read(keepPictureAnswerSchema, signal, () => sendPicture(url, file, heard, signal));
    return answer.photo;
  }

  #ask<S extends Schema>(url: string, schema: S, init: RequestInit): Promise<v.InferOutput<S>> {
    const signal = AbortSignal.timeout(TIMEOUT);
    const asked = { ...init, credentials: 'same-origin', cache: 'no-store', signal } as const;
    return read(schema, signal, () => fetch(url, asked));
  }
}

async function read<S extends Schema>(
  schema: S,
  signal: AbortSignal,
  ask: () => Promise<Response>,
): Promise<v.InferOutput<S>> {
  let response: Response | undefined;
  try {
    response = await ask();
    if (response.ok) return v.parse(schema, await response.json());
  } catch (cause) {
    throw new ElectionError(signal.aborted ? 'timeout' : response ? 'answer-unreadable' : 'offline', {
      cause,
    });
  }
  throw await refusalOf(response);
}
