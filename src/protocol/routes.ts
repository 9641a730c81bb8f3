/**
 * The addresses of the backend, relative to where it is mounted. `{election}` is an election's id.
 * One table for the server's router, the client and the OpenAPI document.
 */
export const ROUTES = {
  elections: '/elections',
  election: '/elections/{election}',
  results: '/elections/{election}/results',
  ballots: '/elections/{election}/ballots',
  ownBallot: '/elections/{election}/ballot',
} as const;

/** The election's log, as `docs/log-format.md` has it. */
export const LOG_ROUTES = {
  checkpoint: '/elections/{election}/log/checkpoint',
  entries: '/elections/{election}/log/tile/entries/{bundle}',
  tile: '/elections/{election}/log/tile/{tile}',
  openings: '/elections/{election}/log/openings/{bundle}',
  document: '/elections/{election}/log/documents/{hash}',
  proof: '/elections/{election}/log/proof/{index}',
} as const;

/** Parameters that hold slashes: `x001/234.p/5`. */
export const PATHS: ReadonlySet<string> = new Set(['bundle', 'tile']);

/** Addresses for those who run the backend; relative to where it is mounted, too. */
export const SERVICE_ROUTES = { openapi: '/openapi.json', alive: '/healthz', ready: '/readyz' } as const;

/** Names of what crosses the wire outside of bodies. */
export const HEADERS = {
  /** `<ms since 1970> <rate>`: the server's clock, on every answer. */
  clock: 'Voix-Clock',
  /** A UUID; makes every write preflighted, too. */
  key: 'Idempotency-Key',
} as const;

/** `Authorization: Device <id>`; the id is 128 random bits, base64url, made by the page. */
export const DEVICE_SCHEME = 'Device';

/** In the query of `election` and `results`: opens what is hidden until one has voted. A wrong one opens nothing. */
export const PASS = 'pass';

/** A route's address with its election filled in. */
export const addressOf = (route: string, election: string): string =>
  route.replace('{election}', encodeURIComponent(election));

/** The largest body that any address takes, in bytes. */
export const MAX_BODY = 16_384;
