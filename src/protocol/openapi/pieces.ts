/** What descriptions of operations are put together from. */
import { HEADERS, PASS } from '../routes.js';

export type Json = Readonly<Record<string, unknown>>;

export const json = (schema: Json): Json => ({ 'application/json': { schema } });
export const text = (type: string): Json => ({ [type]: { schema: { type: 'string' } } });

const BINARY: Json = { type: 'string', format: 'binary' };
export const binary = (...types: readonly string[]): Json =>
  Object.fromEntries(types.map((type) => [type, { schema: BINARY }]));
export const bytes = binary('application/octet-stream');

export function ok(description: string, content?: Json): Json {
  return { description, ...(content && { content }) };
}

export function idempotencyKey(description: string): Json {
  return {
    name: HEADERS.key,
    in: 'header',
    required: true,
    description,
    schema: { type: 'string', format: 'uuid' },
  };
}

export function pass(): Json {
  return {
    name: PASS,
    in: 'query',
    description: 'From the receipt: opens results hidden until one has voted. A wrong one opens nothing.',
    schema: { type: 'string' },
  };
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

export const parametersIn = (path: string): Json[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    description: PARAMETERS[name],
    schema: { type: 'string' },
  }));
