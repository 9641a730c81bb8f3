import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { elementsOf, readManifest, sharedOf } from '../../scripts/docs/manifest.js';
import { readmeFrom } from '../../scripts/docs/readme.js';
import { firstElection, idFor } from '../../src/cli/first-election.js';
import { parseElectionFile } from '../../src/protocol/election-file.js';

describe('README.md', () => {
  const readme = readFileSync('README.md', 'utf8');

  it('says what the code says; otherwise: npm run docs', () => {
    assert.equal(readme, readmeFrom(readme));
  });

  it('is seen to be stale when a table is not what the code says', () => {
    const stale = readme.replace('`voix-voted`', '`voix-counted`');
    assert.notEqual(stale, readme);
    assert.equal(readmeFrom(stale), readme);
  });

  it('shows the election and a candidate of the file that `voix init my-brand.yaml` writes', () => {
    const file = parseElectionFile(firstElection(idFor('my-brand.yaml'), new Date(0), 'UTC'));
    assert.ok(file.ok);
    const { id, candidates } = file.value.election;
    const named = (pattern: RegExp) => new Set([...readme.matchAll(pattern)].map(([, name = '']) => name));
    assert.deepEqual([...named(/ election="([\w-]+)"/g)], [id]);
    assert.deepEqual([...named(/ candidate="([\w-]+)"/g)], [candidates[0]?.id]);
  });

  it('links to files of the repository alone, not to what a build makes', () => {
    const links = [...readme.matchAll(/\]\(([^)#]+)/g)].map(([, link = '']) => link);
    for (const link of links.filter((each) => !each.startsWith('https:'))) {
      assert.ok(existsSync(link), link);
      assert.doesNotMatch(link, /^(dist|compiled|pictures)\//);
    }
  });
});

describe('docs/frameworks.md', () => {
  it('shows the very code that runs in `flow/frameworks.test.ts`', () => {
    const shown = readFileSync('docs/frameworks.md', 'utf8');
    for (const file of ['react.tsx', 'Election.vue'])
      assert.ok(shown.includes(`\n${readFileSync(`test/flow/frameworks/${file}`, 'utf8')}\`\`\``), file);
  });
});

describe('the doc comments of the elements', () => {
  const manifest = readManifest();
  const shared = sharedOf(manifest);
  const all = [...elementsOf(manifest), ...(shared ? [shared] : [])];

  it('are there for every element that the entry names', () => {
    const named = [...readFileSync('src/index.ts', 'utf8').matchAll(/^export \{ (Voix\w+) \}/gm)].map(
      ([, name]) => name,
    );
    assert.deepEqual(
      elementsOf(manifest).map(({ name }) => name),
      named,
    );
  });

  it('say something of everything public', () => {
    for (const { name, description, attributes, members, events, slots, cssParts, cssProperties } of all) {
      assert.ok(description, name);
      for (const one of [attributes, members, events, slots, cssParts, cssProperties].flatMap(
        (list) => list ?? [],
      ))
        assert.ok(one.description, `${name}: ${one.name}`);
    }
  });

  it('name the parts and slots that the templates have', () => {
    for (const { tagName = '', cssParts = [], slots = [] } of elementsOf(manifest)) {
      const text = templatesOf(tagName);
      const drawn = (pattern: RegExp) =>
        [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))].sort();
      const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name).sort();
      assert.deepEqual(names(cssParts), drawn(/ part="([\w-]+)"/g), tagName);
      assert.deepEqual(names(slots), drawn(/<slot(?: name="([\w-]+)")?/g), tagName);
    }
  });
});

/** What an element draws with: its own folder, and the portrait that several share. */
function templatesOf(tag: string): string {
  const folder = `src/elements/${tag}`;
  const own = readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, 'utf8'));
  const shared = own.some((text) => text.includes('portrait(')) ? ['src/elements/shared/portrait.ts'] : [];
  return [...own, ...shared.map((file) => readFileSync(file, 'utf8'))]
    .join('\n')
    .replaceAll(/\/\*[^]*?\*\//g, '');
}
