import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STATUS } from '../../src/protocol/status.js';
import { openApi } from '../../src/protocol/openapi.js';
import { OPERATIONS } from '../../src/protocol/operations.js';

interface Document {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, { responses: Record<string, { description: string }> }>>;
  readonly components: { schemas: Record<string, object> };
}

const document = JSON.parse(JSON.stringify(openApi('/'))) as Document;

test('every route is described, with the method that it answers to', () => {
  assert.equal(document.openapi, '3.1.0');
  const paths = new Set(Object.values(OPERATIONS).map(({ path }): string => path));
  assert.deepEqual(new Set(Object.keys(document.paths)), paths);
  for (const { path, method } of Object.values(OPERATIONS))
    assert.ok(document.paths[path]?.[method.toLowerCase()]);
});

test('every error of a route is described under its status', () => {
  for (const { path, method, errors } of Object.values(OPERATIONS))
    for (const code of errors) {
      const response = document.paths[path]?.[method.toLowerCase()]?.responses[STATUS[code] ?? 500];
      assert.ok(response?.description.includes(`\`${code}\``), `${path}: ${code}`);
    }
});

test('every reference leads somewhere, and every schema says something', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
    ([, path]) => path ?? '',
  );
  assert.ok(references.length > 20);
  for (const path of references) {
    const target = path
      .split('/')
      .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], document);
    assert.ok(target, path);
  }
  for (const [name, schema] of Object.entries(document.components.schemas))
    assert.ok(Object.keys(schema).length > 0, name);
});

test('what a ballot may be is described as strictly as it is checked', () => {
  const cast = document.components.schemas.Cast as { additionalProperties?: unknown; required?: unknown };
  assert.equal(cast.additionalProperties, false);
  assert.deepEqual(cast.required, ['choice']);
});
