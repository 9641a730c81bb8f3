import type { Clock } from '../model/clock.js';
import type { Id } from '../model/election.js';
import { ElectionError } from '../model/errors.js';
import { accessOf, EVERY_PAGE, isOwn, readable, type HeaderRecord } from './access.js';
import type { Admin } from './admin/admin.js';
import type { Catalogue, Listed } from './catalogue.js';
import type { Hub } from './live/hub.js';
import type { Clerk } from './clerk/clerk.js';
import type { Photos } from './media/photos.js';
import type { Pictures } from './share/pictures.js';
import type { Videos } from './media/videos.js';
import type { Platform } from './platform.js';
import type { Secrets } from './secrets.js';
import type { Logs } from './signing/logs.js';
import type { Storage } from './storage/storage.js';

/** What the routes work with. */
export interface Services {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly catalogue: Catalogue;
  readonly secrets: Secrets;
  readonly hub: Hub;
  /** The logs as this server signs them; `undefined` where it signs none. */
  readonly logs: Logs | undefined;
  /** `undefined` where the storage keeps no log. */
  readonly clerk: Clerk | undefined;
  /** `undefined` where none are taken, as `videos`. */
  readonly photos: Photos | undefined;
  /** Of shared links; `undefined` where none are drawn. */
  readonly pictures: Pictures | undefined;
  readonly videos: Videos | undefined;
  /** `undefined` where there is none. */
  readonly admin: Admin | undefined;
  /** The backend's own origin, where it is known. */
  readonly publicOrigin: string | undefined;
  /** Where the routes are mounted, for those who read the OpenAPI document. */
  readonly mount: string;
  /** Elections that one live connection may watch. */
  readonly watched: number;
  isClosing(): boolean;
}

/** One request on its way through a route. */
export interface Call {
  readonly request: Request;
  readonly platform: Platform;
  readonly origin: string | null;
  /** The election in the address, as it was written there. */
  readonly election: string;
  query(name: string): readonly string[];
  /** What stands in the address for a name in braces; empty where there is none. */
  parameter(name: string): string;
  /** CORS headers of whatever is answered; `admit` decides. */
  cors: HeaderRecord;
  /** Set once the election is known to exist; for the log. */
  listed: Id | undefined;
  /** Headers that go with an error. */
  refusal?: HeaderRecord;
}

export type Handler = (services: Services, call: Call) => Response | Promise<Response>;

export const ownOrigin = (services: Services, call: Call) => (origin: string) =>
  isOwn(origin, call.request.url, services.publicOrigin);

/**
 * The election in the address, for a page that may speak to it.
 * @throws ElectionError `election-unknown`, `origin-refused`
 */
export function admit(services: Services, call: Call): Listed | Promise<Listed> {
  call.cors = readable(call.origin);
  const listed = services.catalogue.get(call.election);
  return listed instanceof Promise
    ? listed.then((found) => admitted(services, call, found))
    : admitted(services, call, listed);
}

function admitted(services: Services, call: Call, listed: Listed | undefined): Listed {
  if (!listed) throw new ElectionError('election-unknown');
  call.listed = listed.election.id;
  const access = accessOf(call.origin, ownOrigin(services, call), listed.origins);
  call.cors = access.headers;
  if (!access.allowed) throw new ElectionError('origin-refused');
  return listed;
}

/**
 * The election in the address, for any page: its log is everyone's to read.
 * @throws ElectionError `election-unknown`
 */
export async function admitEveryone(services: Services, call: Call): Promise<Listed> {
  call.cors = EVERY_PAGE;
  const listed = await services.catalogue.get(call.election);
  if (!listed) throw new ElectionError('election-unknown');
  call.listed = listed.election.id;
  return listed;
}
