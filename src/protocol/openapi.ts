/** The OpenAPI 3.1 document, made from the tables and schemas that the server itself works with. */
import { toJsonSchemaDefs } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { ERRORS, type ErrorCode } from '../model/errors.js';
import * as candidacy from './candidacy-messages.js';
import { ADMIN_SECURITY, ADMIN_SHAPES, PICTURE_BODY } from './openapi-admin.js';
import { electionSchema } from './election-schema.js';
import { assemblyAnswerSchema, campaignAnswerSchema, mandateAnswerSchema } from './mandate-messages.js';
import * as messages from './messages.js';
import * as news from './news-messages.js';
import { OPERATIONS, type Operation, type OperationName } from './operations.js';
import * as question from './question-messages.js';
import { WATCH } from './live-routes.js';
import { DEVICE_SCHEME, HEADERS, MAX_BODY, PASS } from './routes.js';
import { PROBLEM_JSON, STATUS } from './status.js';

type Json = Readonly<Record<string, unknown>>;

const { id, title, brand, calendar } = electionSchema.pipe[0].entries;
const summarySchema = v.object({ id, title, brand, calendar, candidates: v.pipe(v.number(), v.integer()) });

const SCHEMAS = {
  Election: electionSchema,
  Choice: messages.choiceSchema,
  Receipt: messages.receiptSchema,
  Results: messages.resultsSchema,
  Clock: messages.clockSchema,
  Log: messages.logSchema,
  ResultsFrame: messages.frameSchema,
  Problem: messages.problemSchema,
  Cast: messages.castSchema,
  OwnBallot: messages.ownBallotSchema,
  ResultsAnswer: messages.resultsAnswerSchema,
  ElectionView: v.object({
    election: electionSchema,
    clock: messages.clockSchema,
    results: messages.resultsSchema,
    log: v.optional(messages.logSchema),
  }),
  Elections: v.object({ elections: v.array(summarySchema) }),
  Submission: candidacy.submissionSchema,
  Withdrawal: candidacy.withdrawalSchema,
  CandidacyAnswer: candidacy.candidacyAnswerSchema,
  CandidateReport: candidacy.candidateReportSchema,
  PhotoAnswer: candidacy.photoAnswerSchema,
  BeginVideo: candidacy.beginVideoSchema,
  VideoBegun: candidacy.videoBegunSchema,
  VideoAnswer: candidacy.videoAnswerSchema,
  CaptionsAnswer: candidacy.captionsAnswerSchema,
  Ask: question.askSchema,
  Support: question.supportSchema,
  Report: question.reportSchema,
  Answer: question.answerSchema,
  QuestionAnswer: question.questionAnswerSchema,
  Questions: question.questionsAnswerSchema,
  News: news.newsAnswerSchema,
  WriteNews: news.writeNewsSchema,
  WrittenNews: news.writtenNewsSchema,
  Campaign: campaignAnswerSchema,
  Assembly: assemblyAnswerSchema,
  Mandate: mandateAnswerSchema,
};

const addressOf = (schema: string): string => `#/components/schemas/${schema}`;
const schemaRef = (name: keyof typeof SCHEMAS): Json => ({ $ref: addressOf(name) });
const json = (schema: Json): Json => ({ 'application/json': { schema } });
const text = (type: string): Json => ({ [type]: { schema: { type: 'string' } } });
const bytes: Json = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };

const QUESTION_QUERY = {
  kind: '`question` or `idea`.',
  sort: '`support`: the most supported first; `date`: the newest first.',
  candidate: 'Only what is for this candidate.',
  search: 'Only those in which all these words, or their beginnings, are.',
  after: "The page before's `next`.",
};

/** What each operation takes and gives where all is well. */
const SHAPES: Readonly<Record<OperationName, Json>> = {
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
        'image/*': { schema: { type: 'string', format: 'binary' } },
        'video/*': { schema: { type: 'string', format: 'binary' } },
        ...text('text/vtt'),
      }),
      206: ok('The part of the video that was asked for.', {
        'video/*': { schema: { type: 'string', format: 'binary' } },
      }),
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
      200: ok('The picture.', { 'image/jpeg': { schema: { type: 'string', format: 'binary' } } }),
      304: ok('Nothing has changed.'),
    },
  },
  ...ADMIN_SHAPES,
  openapi: { responses: { 200: ok('The document.', json({ type: 'object' })) } },
  alive: { responses: { 200: ok('It answers.', json({ type: 'object' })) } },
  ready: { responses: { 200: ok('It is ready.', json({ type: 'object' })) } },
};

/** @param mount address of the backend, absolute or relative to the document */
export function openApi(mount: string): Json {
  const paths: Record<string, Json> = {};
  for (const name of Object.keys(OPERATIONS) as OperationName[]) {
    const operation: Operation = OPERATIONS[name];
    paths[operation.path] = {
      ...(operation.path.includes('{') && { parameters: parametersIn(operation.path) }),
      [operation.method.toLowerCase()]: describe(name, operation),
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Voix', version: '1', description: 'Elections of customers’ presidents.' },
    servers: [{ url: mount }],
    paths,
    components: {
      schemas: toJsonSchemaDefs(SCHEMAS, {
        target: 'draft-2020-12',
        typeMode: 'input',
        errorMode: 'ignore',
        overrideRef: ({ referenceId }) => addressOf(referenceId),
      }),
      securitySchemes: {
        ...ADMIN_SECURITY,
        device: {
          type: 'http',
          scheme: DEVICE_SCHEME,
          description: '128 random bits, base64url, made by the page and kept on the device.',
        },
      },
    },
  };
}

function describe(name: OperationName, operation: Operation): Json {
  const shape = SHAPES[name] as { readonly responses: Json };
  return {
    operationId: name,
    summary: operation.summary,
    ...shape,
    responses: { ...shape.responses, ...problems([...operation.errors, 'internal']) },
  };
}

/** One response a status: which codes it may carry, and what each says. */
function problems(codes: readonly ErrorCode[]): Json {
  const byStatus: Record<number, ErrorCode[]> = {};
  for (const code of codes) (byStatus[STATUS[code] ?? 500] ??= []).push(code);
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, these]) => [
      status,
      ok(these.map((code) => `\`${code}\`: ${ERRORS[code]}`).join('\n\n'), {
        [PROBLEM_JSON]: { schema: schemaRef('Problem') },
      }),
    ]),
  );
}

/** What stands in braces in an address. */
const PARAMETERS: Readonly<Record<string, string>> = {
  election: 'The id of an election.',
  tile: '`<level>/<index>`, or `<level>/<index>.p/<width>` of one that is not full: `0/x001/234`, `1/000.p/17`. The index has groups of three digits, with `x` before all but the last.',
  bundle: '`<index>`, or `<index>.p/<width>` of one that is not full, as those of tiles.',
  hash: 'The base64url of its SHA-256.',
  question: 'The id of a question.',
  video: 'The `upload` that `beginVideo` gave.',
  index: 'Of the entry, from 0.',
  candidate: 'The id of a candidate.',
  version: 'As the page of the candidate names it. Of an earlier one, the picture of now is answered.',
  file: 'Of an export: `ballots.csv`, `results.csv` or `election.json`. Of a photo, what ends its address; with `.avif`, `.webp` or `.jpg` after it, in that format. Of a video or its captions, too.',
};

const parametersIn = (path: string): Json[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    description: PARAMETERS[name],
    schema: { type: 'string' },
  }));

function ok(description: string, content?: Json): Json {
  return { description, ...(content && { content }) };
}

function written(body: keyof typeof SCHEMAS, description: string, answer?: keyof typeof SCHEMAS): Json {
  return {
    parameters: [idempotencyKey('A UUID. Sent again with its key, nothing changes.')],
    security: [{ device: [] }],
    requestBody: { required: true, content: json(schemaRef(body)) },
    responses: { 200: ok(description, json(answer ? schemaRef(answer) : { type: 'object' })) },
  };
}

function idempotencyKey(description: string): Json {
  return {
    name: HEADERS.key,
    in: 'header',
    required: true,
    description,
    schema: { type: 'string', format: 'uuid' },
  };
}

function pass(): Json {
  return {
    name: PASS,
    in: 'query',
    description: 'From the receipt: opens results hidden until one has voted. A wrong one opens nothing.',
    schema: { type: 'string' },
  };
}
