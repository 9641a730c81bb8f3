import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

/** What visitors load; the desk and the verifier have pages of their own. */
const FOLDERS = ['src/adapters', 'src/elements', 'src/model', 'src/store'];

const sources = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '')),
).join('\n');

describe('what is kept on a visitor’s device', () => {
  it('is listed in docs/on-your-page.md, key by key, and nothing else is', () => {
    const kept = [...sources.matchAll(/['`](voix:\w+)(?::\$\{election\})?['`]/g)].map(([, key]) => key);
    const listed = [
      ...readFileSync('docs/on-your-page.md', 'utf8').matchAll(/^\| `(voix:\w+)(?::<id>)?` +\|/gm),
    ].map(([, key]) => key);
    assert.deepEqual([...new Set(kept)].sort(), listed.sort());
    assert.ok(kept.length >= 3, 'keys are found');
  });

  it('is in localStorage alone: no script of ours speaks of another place', () => {
    const others =
      /sessionStorage|indexedDB|\bcaches\.|document\.cookie|cookieStore|serviceWorker|window\.name/g;
    assert.deepEqual(sources.match(others), null);
    assert.match(sources, /localStorage/);
  });
});
