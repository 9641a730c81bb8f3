import type { ErrorCode } from '../model/errors.js';

/** The HTTP status of each code that a server sends. What is not named here is 500. */
export const STATUS: Readonly<Partial<Record<ErrorCode, number>>> = {
  'election-unknown': 404,
  'ballot-unknown': 404,
  'route-unknown': 404,
  'document-erased': 410,
  'candidate-gone': 410,
  'method-refused': 405,
  'candidate-unknown': 422,
  'choice-method': 422,
  'choice-empty': 422,
  'choice-too-many': 422,
  'choice-duplicate': 422,
  'body-invalid': 422,
  'key-reused': 422,
  'key-missing': 400,
  unsupported: 400,
  'identity-missing': 401,
  'identity-invalid': 401,
  'origin-refused': 403,
  'voting-not-open': 403,
  'voting-closed': 403,
  'openings-hidden': 403,
  'already-voted': 409,
  'body-not-json': 415,
  'body-too-large': 413,
  'candidacy-closed': 403,
  'candidacy-exists': 409,
  'candidacy-unknown': 404,
  'candidacy-invalid': 422,
  'candidacy-settled': 409,
  'photo-unreadable': 422,
  'photo-gone': 409,
  'photo-too-large': 413,
  'range-unknown': 416,
  'video-unreadable': 422,
  'video-too-large': 413,
  'captions-unreadable': 422,
  'changed-meanwhile': 409,
  'sign-in-needed': 401,
  'not-allowed': 403,
  'code-wrong': 403,
  'passkey-refused': 403,
  locked: 409,
  'note-missing': 422,
  'id-taken': 409,
  'person-known': 409,
  'last-owner': 409,
  'webhook-refused': 422,
  'question-unknown': 404,
  'question-invalid': 422,
  'questions-closed': 403,
  'questions-many': 429,
  overloaded: 503,
  'storage-failed': 503,
  'log-stale': 503,
};

export const PROBLEM_JSON = 'application/problem+json';

/** RFC 9457, with the stable code as an extension member. */
export interface Problem {
  /** `urn:voix:error:<code>` */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ErrorCode;
  /** What exactly, for a developer. */
  readonly detail?: string;
  /** `urn:uuid:<id>`, the same as in the server's log; only where the server failed. */
  readonly instance?: string;
}
