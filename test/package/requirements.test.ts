import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

/** How many promises each group has. */
const GROUPS = { V: 11, I: 9, E: 9, G: 6, W: 10, A: 7, F: 5 };

describe('docs/requirements.md', () => {
  const rows = readFileSync('docs/requirements.md', 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, number, promise, shown] = /^\| ([A-Z]\d+) \| (.+) \| (.+) \|$/.exec(line) ?? [];
      return number && promise && shown ? [{ number, promise, shown }] : [];
    });

  it('has each number once, in its order', () => {
    assert.deepEqual(
      rows.map(({ number }) => number),
      Object.entries(GROUPS).flatMap(([group, length]) =>
        Array.from({ length }, (_, i) => `${group}${i + 1}`),
      ),
    );
  });

  it('names tests that are there, or says that the promise is not reached', () => {
    for (const { number, promise, shown } of rows) {
      const files = [...shown.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file);
      for (const file of files) assert.ok(existsSync(`test/${file}`), `${number}: ${file}`);
      assert.equal(files.length === 0, promise.startsWith('Not reached yet'), number);
      assert.equal(files.length === 0, shown === 'none', number);
    }
  });
});
