import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as v from 'valibot';
import { electionJsonSchema, electionSchema } from '../../src/protocol/election-schema.js';
import { photo } from '../../src/protocol/photo-schema.js';

type Json = { readonly [key: string]: unknown };

/** Every object schema in a JSON Schema, with its path. */
function* objects(schema: unknown, path = ''): Generator<[path: string, schema: Json]> {
  if (typeof schema !== 'object' || schema === null) return;
  if ('properties' in schema) yield [path, schema as Json];
  for (const [key, value] of Object.entries(schema)) yield* objects(value, `${path}/${key}`);
}

describe('the JSON Schema of an election file', () => {
  const schema = electionJsonSchema();

  it('says what each key is for, so that an editor can', () => {
    for (const [path, { properties }] of objects(schema))
      for (const [key, value] of Object.entries(properties as Json)) {
        const described = typeof (value as Json)['description'] === 'string' || 'const' in (value as Json);
        assert.ok(described, `${path} ${key} has no description`);
      }
  });

  it('takes no unknown keys anywhere', () => {
    for (const [path, { additionalProperties }] of objects(schema))
      assert.equal(additionalProperties, false, `${path || 'the file'} takes any key`);
  });

  it('asks for what the file cannot do without, and for nothing that has a default', () => {
    assert.deepEqual(schema['required'], ['id', 'lang', 'title', 'brand', 'calendar', 'candidates']);
  });
});

describe('the schema of an election on the wire', () => {
  it('has no place for what only the server needs to know', () => {
    const parsed = v.safeParse(electionSchema, { origins: ['*'] });
    assert.ok(parsed.issues?.some(({ message }) => message.startsWith('`origins` is not a key here')));
  });
});

describe('the page on which an election stands', () => {
  const issuesOf = (page: string) =>
    (v.safeParse(electionSchema, { page }).issues ?? []).filter((issue) => issue.path?.[0]?.key === 'page');

  it('is an https address or a path, to which a link to a candidate adds a fragment of its own', () => {
    for (const page of ['https://brand.example/vote?lang=fr', '/vote?lang=fr'])
      assert.deepEqual(issuesOf(page), []);
    for (const page of [
      'https://brand.example/#vote',
      'http://brand.example/',
      '/vote#a',
      '//brand.example',
      'javascript:alert(1)',
    ])
      assert.equal(issuesOf(page).length > 0, true, page);
  });
});

describe('the address of a photo', () => {
  const accepts = (src: string) => v.safeParse(photo('A photo.'), { src }).success;

  it('is https, a path, or that of a backend which is tried out on this machine', () => {
    for (const src of [
      'https://brand.example/a.webp',
      '/media/a',
      'http://localhost:8080/media/a',
      'http://127.0.0.1/a',
    ])
      assert.equal(accepts(src), true, src);
    for (const src of [
      'http://brand.example/a',
      'http://localhost.brand.example/a',
      'http://localhost:x@brand.example/a',
      'http://localhost@brand.example/a',
      'http://127.0.0.1.brand.example/a',
      '//brand.example/a',
    ])
      assert.equal(accepts(src), false, src);
  });
});
