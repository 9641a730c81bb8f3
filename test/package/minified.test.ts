/** What minifying must not change. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const read = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[jt]s$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'));

/** Templates that begin or end with a space: it would be dropped, and two words would become one. */
const bareEnds = (text: string): string[] => text.match(/html`[ ][^`]*|html`[^`]*[^`\s?:(=,|&] `/g) ?? [];

/** What `scripts/lean.mjs` leaves out of Lit, where a template or an import would ask for it. */
const BEYOND_LEAN =
  /<!--|<(?:script|style|title)\b|[^>]<\/textarea>|="[^"`]*\$\{|\}\/>|\bsvg`|@capture|from 'lit\/|\b(?:reflect|converter|hasChanged|useDefault|noAccessor): |\baddController\b/;

describe('what is minified', () => {
  it('keeps the quotation marks around a slogan, with their narrow spaces', () => {
    assert.match(read('dist/chunks').join('\n'), /quotes:"«\u202f" ?"\u202f»"/);
  });

  it('asks no more of Lit than the build leaves of it', () => {
    for (const text of read('src/elements')) assert.doesNotMatch(text, BEYOND_LEAN);
    for (const text of ['html`<p class="a ${b}">', 'html`<textarea>${text}</textarea>'])
      assert.match(text, BEYOND_LEAN);
  });

  it('loses no space between words: no template begins or ends with one', () => {
    assert.deepEqual(read('src/elements').flatMap(bareEnds), []);
    assert.equal(bareEnds('html` · <b>live</b>`').length, 1);
    assert.equal(bareEnds('html`<b>live</b> `').length, 1);
  });
});
