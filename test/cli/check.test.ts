import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { voix, voixHere } from './command.js';
import { temporaryFolder } from './support.js';

const campaign = 'demo/campaign/elections';

describe('voix init and voix check', () => {
  it('writes a first election file that is right, and writes over nothing', async () => {
    const file = join(await temporaryFolder(), 'first.yaml');
    const init = await voix('init', file);
    assert.equal(init.code, 0);
    assert.match(init.stdout, /Wrote .*first\.yaml/);
    const text = await readFile(file, 'utf8');
    assert.match(text, /^# yaml-language-server: \$schema=/);
    assert.match(text, /\nid: first +# .*<voix-election election="first">\n/, 'called as its file is');

    const check = await voix('check', file);
    assert.equal(check.code, 0, check.stdout);
    assert.match(check.stdout, /2 candidates, plurality, results until-voted/);

    const yesterday = new Date(Date.now() - 86_400_000).toISOString();
    await writeFile(file, text.replace(/(?<=\n {2}voting: )\S+/, yesterday));
    assert.equal((await voixHere('check', file)).code, 0, 'to try voting out, as its comment says');

    await writeFile(file, 'mine');
    const again = await voix('init', file);
    assert.equal(again.code, 1);
    assert.match(again.stderr, /^voix: .*first\.yaml is there already; nothing was written over\.\n$/);
    assert.equal(await readFile(file, 'utf8'), 'mine');
  });

  it('says what is wrong, where, with the line and a pointer to it, and ends with 1', async () => {
    const file = join(await temporaryFolder(), 'wrong.yaml');
    await voixHere('init', file);
    await writeFile(
      file,
      (await readFile(file, 'utf8')).replace(/ {2}voting: .*\n/, '').replace('colour:', 'color:'),
    );
    const { code, stdout } = await voix('check', file);
    assert.equal(code, 1);
    assert.match(
      stdout,
      /wrong\.yaml:17:3 {2}brand\.color\n {2}`color` is not a key here\. Did you mean `colour`\?\n +17 \| +color: "#1f6f5c".*\n +\^\n/,
    );
    assert.match(stdout, /wrong\.yaml:29:1 {2}calendar\.voting\n {2}`voting` is missing\./);
    assert.match(stdout, /2 problems in 1 file of 1\.\n$/);
  });

  it('checks every election file of a folder, one of each id', async () => {
    const all = await voixHere('check', campaign);
    assert.equal(all.code, 0, all.stdout);
    assert.match(all.stdout, /\n21 files, no problem\.\n$/);

    const folder = await temporaryFolder();
    const bakery = await readFile(join(campaign, 'becarre.yaml'));
    await writeFile(join(folder, 'a.yaml'), bakery);
    await writeFile(join(folder, 'b.yml'), bakery);
    const twice = await voixHere('check', folder);
    assert.equal(twice.code, 1);
    assert.match(twice.stdout, /b\.yml:1:1\n {2}.*a\.yaml describes an election `becarre` too/);
  });

  it('says what else may be the matter: no such file, an empty folder, an encoding of old', async () => {
    const folder = await temporaryFolder();
    const missing = await voixHere('check', join(folder, 'no.yaml'));
    assert.equal(missing.code, 1);
    assert.match(missing.stderr, /^voix: There is no file or folder .*no\.yaml\.\n$/);

    await mkdir(join(folder, 'empty'));
    const empty = await voixHere('check', join(folder, 'empty'));
    assert.equal(empty.code, 1);
    assert.match(empty.stderr, /^voix: There is no election file \(.*\) in .*empty\.\n$/);

    await writeFile(join(folder, 'latin1.yaml'), Buffer.from('title: Élection', 'latin1'));
    const latin1 = await voixHere('check', join(folder, 'latin1.yaml'));
    assert.equal(latin1.code, 1);
    assert.match(latin1.stdout, /not UTF-8/);
  });

  it('prints the JSON Schema for editors', async () => {
    const { code, stdout } = await voix('check', '--schema');
    assert.equal(code, 0);
    const schema = JSON.parse(stdout) as { $schema?: string; properties?: object };
    assert.match(schema.$schema ?? '', /json-schema\.org/);
    assert.ok(schema.properties && 'calendar' in schema.properties);
  });

  it('called wrongly, says so in one sentence and ends with 2', async () => {
    const wrong = [
      ['chek'],
      ['check'],
      ['serve', '--port', 'x'],
      ['simulate', '--backend', 'here'],
      ['export'],
    ];
    for (const { code, stderr } of await Promise.all(wrong.map((args) => voix(...args)))) {
      assert.equal(code, 2, stderr);
      assert.match(stderr, /^error: /);
      assert.doesNotMatch(stderr, /\n +at /);
    }
  });

  it('tells with --help what each command does, with an example', async () => {
    const commands = ['serve', 'init', 'check', 'simulate', 'export'];
    const answers = await Promise.all(commands.map((command) => voixHere(command, '--help')));
    answers.forEach(({ code, stdout }, i) => {
      assert.equal(code, 0);
      assert.match(stdout, new RegExp(`\\$ voix ${commands[i]} `));
    });
  });
});
