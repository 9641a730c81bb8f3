import type { ErrorCode } from '../model/errors.js';
import { ADMIN_OPERATIONS } from './operations-admin.js';
import { CAMPAIGN_OPERATIONS } from './operations-campaign.js';
import { CANDIDACY_OPERATIONS } from './operations-candidacy.js';
import { QUESTION_OPERATIONS } from './operations-questions.js';
import { SHARE_OPERATIONS } from './operations-share.js';
import { LIVE } from './live-routes.js';
import { LOG_ROUTES, ROUTES, SERVICE_ROUTES } from './routes.js';

/** What one may ask of a backend, once for its router, the OpenAPI document and the README's table. */
export interface Operation {
  readonly method: 'GET' | 'POST';
  /** Relative to where the backend is mounted. A GET answers to HEAD, too. */
  readonly path: string;
  /** One sentence in Markdown. */
  readonly summary: string;
  /** Codes that are this operation's own. Any operation may answer `internal`. */
  readonly errors: readonly ErrorCode[];
  /** Any page may ask, whichever origins the election names. */
  readonly open?: boolean;
}

const ELECTION: readonly ErrorCode[] = ['election-unknown', 'origin-refused'];
const LOG: readonly ErrorCode[] = ['election-unknown', 'unsupported'];
const IDENTITY: readonly ErrorCode[] = ['identity-missing', 'identity-invalid'];

export const OPERATIONS = {
  elections: {
    method: 'GET',
    path: ROUTES.elections,
    summary: 'The elections that the asking page may show.',
    errors: [],
  },
  election: {
    method: 'GET',
    path: ROUTES.election,
    summary: "One election, the server's clock, and the results that the asker may see.",
    errors: ELECTION,
  },
  results: {
    method: 'GET',
    path: ROUTES.results,
    summary: 'The results that the asker may see; what is hidden is not sent.',
    errors: ELECTION,
  },
  ballots: {
    method: 'POST',
    path: ROUTES.ballots,
    summary:
      'Casts a ballot: 201 once it is durably stored, 200 where it was stored before under the same key.',
    errors: [
      ...ELECTION,
      'body-not-json',
      'body-too-large',
      'body-invalid',
      'key-missing',
      'key-reused',
      ...IDENTITY,
      'choice-method',
      'choice-empty',
      'choice-too-many',
      'choice-duplicate',
      'candidate-unknown',
      'voting-not-open',
      'voting-closed',
      'already-voted',
      'overloaded',
      'storage-failed',
      'log-stale',
    ],
  },
  ownBallot: {
    method: 'GET',
    path: ROUTES.ownBallot,
    summary: "The asking voter's ballot that counts, or `null`.",
    errors: [...ELECTION, ...IDENTITY],
  },
  live: {
    method: 'GET',
    path: LIVE,
    summary:
      'Server-sent events of one or several elections: `clock`, `results`, `election`. Those that are unknown, or not for the asking page, are left out while there is another.',
    errors: [...ELECTION, 'unsupported', 'overloaded'],
  },
  logCheckpoint: {
    method: 'GET',
    path: LOG_ROUTES.checkpoint,
    summary:
      "The log's newest checkpoint, a signed note; where the election has witnesses, the newest that they have co-signed, unless more has waited for them for two hours.",
    errors: [...LOG, 'log-stale'],
    open: true,
  },
  logEntries: {
    method: 'GET',
    path: LOG_ROUTES.entries,
    summary: 'A bundle of log entries, as C2SP *tlog-tiles* has it: each after its length.',
    errors: [...LOG, 'route-unknown'],
    open: true,
  },
  logTile: {
    method: 'GET',
    path: LOG_ROUTES.tile,
    summary: "A tile of the log's tree, as C2SP *tlog-tiles* has it: hashes of a level.",
    errors: [...LOG, 'route-unknown'],
    open: true,
  },
  logOpenings: {
    method: 'GET',
    path: LOG_ROUTES.openings,
    summary: 'What the ballots of a bundle chose, a JSON line an entry, once the results are open to all.',
    errors: [...LOG, 'route-unknown', 'openings-hidden'],
    open: true,
  },
  logDocument: {
    method: 'GET',
    path: LOG_ROUTES.document,
    summary: "A document of the log by its hash: rules, or a candidate's profile.",
    errors: [...LOG, 'route-unknown', 'document-erased'],
    open: true,
  },
  logProof: {
    method: 'GET',
    path: LOG_ROUTES.proof,
    summary: 'That an entry is in the log: a C2SP *tlog-proof* against the newest checkpoint.',
    errors: [...LOG, 'route-unknown', 'log-stale'],
    open: true,
  },
  ...CAMPAIGN_OPERATIONS,
  ...CANDIDACY_OPERATIONS,
  ...QUESTION_OPERATIONS,
  ...SHARE_OPERATIONS,
  ...ADMIN_OPERATIONS,
  openapi: {
    method: 'GET',
    path: SERVICE_ROUTES.openapi,
    summary: 'This interface as an OpenAPI 3.1 document.',
    errors: [],
  },
  alive: {
    method: 'GET',
    path: SERVICE_ROUTES.alive,
    summary: 'Whether the process answers.',
    errors: [],
  },
  ready: {
    method: 'GET',
    path: SERVICE_ROUTES.ready,
    summary: 'Whether voters may be sent here: the database answers and the server is not shutting down.',
    errors: ['overloaded', 'storage-failed'],
  },
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof OPERATIONS;
