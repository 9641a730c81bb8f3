/** That the verifier shares no code with the server is its whole worth: held where it is built, too. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, it } from 'node:test';

const MODULES = 'dist/esm/audit';
const PAGE = 'dist/verifier';

/** What a module imports, from the root where it is a file. */
const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g)].map(
    ([, target = '']) =>
      target.startsWith('.') ? relative('.', join(dirname(file), target)).replaceAll(sep, '/') : target,
  );

describe('the verifier, as it is built', () => {
  it('imports nothing of ours, and two small packages of nobody’s', () => {
    const files = readdirSync(MODULES, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.js'),
    );
    assert.ok(files.length > 30);
    const strangers = files
      .flatMap((name) => importsOf(join(MODULES, name)))
      .filter((target) => !target.startsWith(`${MODULES}/`));
    assert.deepEqual([...new Set(strangers)].sort(), ['@noble/ed25519', '@noble/hashes/sha2.js']);
  });

  it('is one folder of static files that names no server', () => {
    for (const name of readdirSync(PAGE)) {
      const text = readFileSync(join(PAGE, name), 'utf8');
      const addresses = [...text.matchAll(/\bhttps?:\/\/([\w.-]+)/g)].map(([, host]) => host);
      // The name of SVG, and an example that nobody has.
      assert.deepEqual(
        addresses.filter((host) => host !== 'www.w3.org' && !host?.endsWith('.example')),
        [],
        name,
      );
      assert.doesNotMatch(text, /innerHTML|insertAdjacentHTML|document\.write|\beval\(/, name);
    }
  });
});
