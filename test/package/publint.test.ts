import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import { publint } from 'publint';

describe('the package as npm would publish it', () => {
  it('is built', () => {
    assert.ok(existsSync('dist/esm/index.js'), 'first: npm run build');
  });

  it('has nothing that publint finds fault with, and every file that it names', async () => {
    const { messages } = await publint({ pkgDir: '.', strict: true });
    assert.deepEqual(messages, []);
  });

  it('serves its entries by their names', () => {
    // A process of its own, without the loader of these tests: what is served is what npm would serve.
    const entries = [
      'server',
      'simulate',
      'adapters/http',
      'adapters/memory',
      'adapters/conformance',
      'locales/fr',
    ];
    const script = entries.map((entry) => `await import('voix/${entry}');`).join('\n');
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      env: { ...process.env, NODE_OPTIONS: '' },
    });
  });
});
