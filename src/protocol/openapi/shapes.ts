import type { OperationName } from '../operations.js';
import { WATCH } from '../live-routes.js';
import { MAX_BODY } from '../routes.js';
import { ADMIN_SHAPES, PICTURE_BODY } from './admin.js';
import { binary, bytes, idempotencyKey, json, ok, pass, text, type Json } from './pieces.js';
import { schemaRef, type SCHEMAS } from './schemas.js';

const QUESTION_QUERY = {
  kind: '`question` or `idea`.',
  sort: '`support`: the most supported first; `date`: the newest first.',
  candidate: 'Only what is for this candidate.',
  search: 'Only those in which all these words, or their beginnings, are.',
  after: "The page before's `next`.",
};

/** What each operation takes and gives where all is well. */
export const SHAPES: Readonly<Record<OperationName, Json>> = {
  elections: { responses: { 200: ok('The elections.', json(schemaRef('Elections'))) } },
  election: {
    parameters: [pass()],
    responses: { 200: ok('The election.', json(schemaRef('ElectionView'))), 304: ok('Nothing has changed.') },
  },
  results: {
    parameters: [pass()],
    responses: { 200: ok('The results.', json(schemaRef('ResultsAnswer'))), 304: ok('Nothing has changed.') },
  },
  ballots: {
    parameters: [
      idempotencyKey(
        'Made and kept before the first send. Sending a ballot again with its key counts it once.',
      ),
    ],
    security: [{ device: [] }],
    requestBody: {
      required: true,
      description: `${MAX_BODY} bytes at most.`,
      content: json(schemaRef('Cast')),
    },
    responses: {
      200: ok('Stored before, under the same key: the receipt of then.', json(schemaRef('Receipt'))),
      201: ok('Durably stored.', json(schemaRef('Receipt'))),
    },
  },
  ownBallot: {
    security: [{ device: [] }],
    responses: { 200: ok('The ballot, or `null`.', json(schemaRef('OwnBallot'))) },
  },
  live: {
    parameters: [
      {
        name: WATCH,
        in: 'query',
        required: true,
        description: '`<election>`, or `<election>~<pass>`; repeated for each election.',
        schema: { type: 'array', items: { type: 'string' } },
        explode: true,
      },
      {
        name: 'Last-Event-ID',
        in: 'header',
        description:
          'The id of the last event seen: its results are not sent again, and what else may have changed meanwhile is told.',
        schema: { type: 'string' },
      },
    ],
    responses: {
      200: ok('Events `results` (a ResultsFrame), `clock` (a Clock) and `election`.', {
        'text/event-stream': { schema: { type: 'string' } },
      }),
    },
  },
  logCheckpoint: {
    responses: { 200: ok('The note.', text('text/plain')), 304: ok('Nothing has changed.') },
  },
  logEntries: { responses: { 200: ok('The bundle.', bytes) } },
  logTile: { responses: { 200: ok('The tile.', bytes) } },
  logOpenings: {
    responses: {
      200: ok(
        '`null` for an entry that is no ballot, else `["<salt>","<choice>"]`.',
        text('application/jsonl'),
      ),
    },
  },
  logDocument: { responses: { 200: ok('The document.', json({ type: 'object' })) } },
  logProof: { responses: { 200: ok('The proof.', text('text/plain')) } },
  campaign: { responses: { 200: ok('The elections.', json(schemaRef('Campaign'))) } },
  assembly: { responses: { 200: ok('The presidents.', json(schemaRef('Assembly'))) } },
  mandate: { responses: { 200: ok('The mandate, or `null`.', json(schemaRef('Mandate'))) } },
  submitCandidacy: {
    parameters: [idempotencyKey('Made before the first send. Sent again with its key, nothing changes.')],
    security: [{ device: [] }],
    requestBody: { required: true, content: json(schemaRef('Submission')) },
    responses: { 200: ok('The candidacy as it is kept.', json(schemaRef('CandidacyAnswer'))) },
  },
  ownCandidacy: {
    security: [{ device: [] }],
    responses: { 200: ok('The candidacy, or `null`.', json(schemaRef('CandidacyAnswer'))) },
  },
  withdrawCandidacy: {
    parameters: [idempotencyKey('A UUID.')],
    security: [{ device: [] }],
    requestBody: { required: true, content: json(schemaRef('Withdrawal')) },
    responses: { 200: ok('The candidacy, withdrawn.', json(schemaRef('CandidacyAnswer'))) },
  },
  reportCandidate: written('CandidateReport', 'It is reported.'),
  keepPhoto: {
    parameters: [idempotencyKey('A UUID.')],
    security: [{ device: [] }],
    requestBody: PICTURE_BODY,
    responses: { 201: ok('The photo as it is kept.', json(schemaRef('PhotoAnswer'))) },
  },
  beginVideo: written('BeginVideo', 'What to send the pieces under.', 'VideoBegun'),
  keepVideo: {
    parameters: [
      idempotencyKey('A UUID.'),
      {
        name: 'Content-Range',
        in: 'header',
        required: true,
        description: 'Which bytes of the whole: `bytes 0-1048575/5000000`.',
        schema: { type: 'string' },
      },
    ],
    security: [{ device: [] }],
    requestBody: { required: true, content: bytes },
    responses: { 200: ok('The video, once all of it is there.', json(schemaRef('VideoAnswer'))) },
  },
  keepCaptions: {
    parameters: [idempotencyKey('A UUID.')],
    security: [{ device: [] }],
    requestBody: { required: true, content: text('text/vtt') },
    responses: { 201: ok('The captions as they are kept.', json(schemaRef('CaptionsAnswer'))) },
  },
  media: {
    responses: {
      200: ok('The picture, the video or the captions.', {
        ...binary('image/*', 'video/*'),
        ...text('text/vtt'),
      }),
      206: ok('The part of the video that was asked for.', binary('video/*')),
      304: ok('Nothing has changed.'),
    },
  },
  questions: {
    parameters: Object.entries(QUESTION_QUERY).map(([name, description]) => ({
      name,
      in: 'query',
      required: name === 'kind' || name === 'sort',
      description,
      schema: { type: 'string' },
    })),
    responses: { 200: ok('A page.', json(schemaRef('Questions'))) },
  },
  askQuestion: written('Ask', 'The question.', 'QuestionAnswer'),
  supportQuestion: written('Support', 'The question.', 'QuestionAnswer'),
  reportQuestion: written('Report', 'It is reported.'),
  answerQuestion: written('Answer', 'The question with its answers.', 'QuestionAnswer'),
  news: {
    parameters: [{ name: 'candidate', in: 'query', description: 'Only theirs.', schema: { type: 'string' } }],
    responses: { 200: ok('The news.', json(schemaRef('News'))) },
  },
  writeNews: written('WriteNews', 'As it is published.', 'WrittenNews'),
  candidatePage: { responses: { 200: ok('The page.', text('text/html')) } },
  candidatePicture: {
    responses: {
      200: ok('The picture.', binary('image/jpeg')),
      304: ok('Nothing has changed.'),
    },
  },
  ...ADMIN_SHAPES,
  openapi: { responses: { 200: ok('The document.', json({ type: 'object' })) } },
  alive: { responses: { 200: ok('It answers.', json({ type: 'object' })) } },
  ready: { responses: { 200: ok('It is ready.', json({ type: 'object' })) } },
};

function written(body: keyof typeof SCHEMAS, description: string, answer?: keyof typeof SCHEMAS): Json {
  return {
    parameters: [idempotencyKey('A UUID. Sent again with its key, nothing changes.')],
    security: [{ device: [] }],
    requestBody: { required: true, content: json(schemaRef(body)) },
    responses: { 200: ok(description, json(answer ? schemaRef(answer) : { type: 'object' })) },
  };
}
