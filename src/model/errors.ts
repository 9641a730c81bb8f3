/**
 * Everything that can go wrong, by its stable code. The sentence for a developer is here, in
 * English; the sentence for a visitor is in `locales/`, in each language.
 */
export const ERRORS = {
  'election-unknown': 'There is no election of this id on this backend. Check the `election` attribute.',
  'candidate-unknown':
    'The choice names a candidate who does not stand in this election. Nothing was stored.',
  'candidate-gone': 'This candidate stands no more: withdrawn, or taken out by the brand.',
  'choice-method': "The choice is not of this election's method. Nothing was stored.",
  'choice-empty': 'The choice names nobody. Nothing was stored.',
  'choice-too-many': 'The choice names more candidates than the election allows. Nothing was stored.',
  'choice-duplicate': 'The choice names a candidate twice. Nothing was stored.',
  'voting-not-open': 'Voting has not opened yet. Nothing was stored.',
  'voting-closed': 'Voting has closed: the ballot was sequenced after the close and does not count.',
  'already-voted':
    'This voter has voted, and the election does not let a ballot be changed. The first one counts.',
  'key-missing':
    'A ballot needs an Idempotency-Key header: a UUID made before the first send. Nothing was stored.',
  'key-reused':
    'This idempotency key was used for another choice. The first one stands; make a new key for a new choice.',
  'identity-missing':
    'The request does not say who votes: send `Authorization: Device <id>`. Nothing was stored.',
  'identity-invalid': 'What the request says of the voter is malformed. Nothing was stored.',
  'origin-refused':
    "This page's origin is not one that the election allows. Add it to `origins` in the election file.",
  'body-not-json': 'The body must be JSON, sent as application/json. Nothing was stored.',
  'body-invalid': 'The body is JSON, but not what this address takes. Nothing was stored.',
  'body-too-large': 'The body is larger than a ballot can be. Nothing was stored.',
  'route-unknown': 'There is nothing at this address.',
  'method-refused': 'This address does not answer to this method. A vote is always a POST.',
  overloaded:
    'More ballots arrive than can be stored. Nothing was stored; send it again, with the same key, after Retry-After.',
  'storage-failed':
    'The database did not confirm. The ballot may be stored or not: send it again with the same key, it counts once.',
  'log-stale':
    "The log cannot be continued here: the database is older than what was signed, or the key is not the log's. No ballot is taken.",
  'log-closed': 'The log has its close: it takes no second one.',
  'ballot-unknown': 'There is no ballot of this id in this election.',
  'openings-hidden': 'What the ballots chose is published when the results are open to all: not yet.',
  'document-erased': 'This document was erased, as the log says. Its hash stays.',
  'receipt-invalid': 'The receipt does not prove what it should.',
  'candidacy-closed': 'Candidacies are not taken now: see the calendar of the election. Nothing was stored.',
  'candidacy-exists': 'This person has a candidacy in this election: it can be mended. Nothing was stored.',
  'candidacy-unknown': 'There is no such candidacy in this election.',
  'candidacy-invalid':
    'A field of the candidacy is not as it must be; the detail names each. Nothing was stored.',
  'candidacy-settled': 'This candidacy is past that: it was decided, or withdrawn. Nothing was changed.',
  'photo-unreadable':
    'This is not a picture that can be read: JPEG, PNG, WebP, AVIF or HEIC. Nothing was stored.',
  'photo-gone':
    'A picture is kept no more, or about to go: it was added more than six days ago, and not saved. Nothing was stored.',
  'photo-too-large': 'The picture has more bytes or pixels than are taken. Nothing was stored.',
  'range-unknown': 'The video has no such part.',
  'video-unreadable': 'This is not a video that is taken: MP4 or WebM. Nothing was stored.',
  'video-too-large': 'The video has more bytes than are taken; the detail says how many. Nothing was stored.',
  'captions-unreadable': 'These are no captions: WebVTT or SubRip, in UTF-8. Nothing was stored.',
  'changed-meanwhile': 'Somebody else has changed it meanwhile: read it again. Nothing was changed.',
  'sign-in-needed': 'Nobody is signed in, or the session is over. Nothing was done.',
  'not-allowed': 'Whoever is signed in may not do this. Nothing was done.',
  'code-wrong': 'The code is wrong, used, or too old, or there were too many wrong ones. Ask for a new one.',
  'passkey-refused': 'The passkey is not known here, or what it signed is not what was asked.',
  locked: 'Voting has opened: this can no longer be changed. The detail names it. Nothing was changed.',
  'note-missing': 'A change after voting has opened is told to everyone: say why. Nothing was changed.',
  'id-taken': 'There is an election of this id. Nothing was stored.',
  'person-known': 'Somebody has this address already. Nothing was stored.',
  'last-owner': 'Nobody would be left who may say who may do what. Nothing was changed.',
  'webhook-refused':
    'This address is not one that can be told of events: it must be https, outside the own network.',
  'question-unknown': 'There is no such question in this election.',
  'question-invalid': 'A text of the question is not as it must be; the detail names it. Nothing was stored.',
  'questions-closed':
    'Questions are taken from the campaign to the end of the mandate: not now. Nothing was stored.',
  'questions-many': 'This person has asked as much as one may in 24 hours. Nothing was stored.',
  internal: 'Something failed on the server. Sending the same request again, with the same key, is safe.',
  offline: 'The backend cannot be reached. The choice is kept on this device and will be sent again.',
  timeout: 'The backend did not answer in time. The choice is kept on this device and will be sent again.',
  'answer-unreadable': 'What answered does not speak the Voix protocol. Check the `backend` attribute.',
  'attribute-invalid': 'An attribute has a value that makes no sense.',
  unsupported: 'This backend does not offer what was asked.',
} as const;

export type ErrorCode = keyof typeof ERRORS;

export interface ErrorOptions {
  /** What exactly, for a developer; never shown to a visitor, never personal. */
  readonly detail?: string;
  /** Milliseconds to wait before trying again, where the backend said so. */
  readonly retryAfter?: number;
  readonly cause?: unknown;
}

/** The one error of Voix. Its `code` is stable; its `message` is for developers. */
export class ElectionError extends Error {
  override readonly name = 'ElectionError';
  declare readonly code: ErrorCode;
  declare readonly detail: string | undefined;
  declare readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, options: ErrorOptions = {}) {
    super(options.detail ? `${code}: ${options.detail}` : code, options);
    this.code = code;
    this.detail = options.detail;
    this.retryAfter = options.retryAfter;
  }

  /** Whether the same request, with the same key, may succeed later. Then nothing is lost by waiting. */
  get retryable(): boolean {
    return [
      'overloaded',
      'storage-failed',
      'log-stale',
      'internal',
      'offline',
      'timeout',
      'answer-unreadable',
    ].includes(this.code);
  }
}

/**
 * Any thrown thing as an `ElectionError`: itself, or `internal` with the thing as its cause. One that another copy of Voix
 * threw is one by its name: an adapter comes from npm, say, and the elements from the script tag.
 */
export function toElectionError(thrown: unknown): ElectionError {
  const isOne = (thrown as Error | undefined)?.name === 'ElectionError';
  return isOne ? (thrown as ElectionError) : new ElectionError('internal', { cause: thrown });
}
