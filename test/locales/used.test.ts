import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const OURS = 'src/locales';
const read = (file: string): string => readFileSync(file, 'utf8');

/** Every word of the code outside the languages; the auditor has languages of its own. */
const words = new Set(
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((name) => join('src', name))
    .filter((file) => file.endsWith('.ts') && !file.startsWith(OURS) && !file.startsWith('src/audit'))
    .flatMap((file) => read(file).match(/[\w$]+/g) ?? []),
);

/** What a language may be asked for: the members of its interfaces. */
const keys = readdirSync(OURS)
  .filter((name) => name.endsWith('messages.ts'))
  .flatMap((name) => [...read(join(OURS, name)).matchAll(/readonly (\w+)\??:/g)].map(([, key = '']) => key));

describe('the languages', () => {
  it('have no sentence that nothing asks for', () => {
    assert.ok(keys.length > 200, 'keys are found');
    assert.deepEqual(
      keys.filter((key) => !words.has(key)),
      [],
    );
  });
});
