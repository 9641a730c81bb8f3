import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { hour, openedBakery, rulesOf, votedBakery, wholeBakery } from '../audit/support/bakery.js';
import { keyOf } from '../audit/support/log-writer.js';
import { written } from '../audit/support/written.js';
import { voix, voixHere } from './command.js';
import { temporaryFolder } from './support.js';

const log = wholeBakery();

async function published(...logs: (typeof log)[]): Promise<string> {
  const folder = await temporaryFolder();
  for (const one of logs) await written(one.files(), logs.length > 1 ? join(folder, one.election) : folder);
  return folder;
}

describe('voix audit', () => {
  it('says of each check what it found, and ends with 0 where nothing is wrong', async () => {
    const { code, stdout, stderr } = await voix('audit', await published(log), '--key', log.signer.vkey);
    assert.equal(code, 0, stderr);
    assert.match(
      stdout,
      /^Qui sera notre présidente des clients.* · Le Fournil\nvote\.brand\.example\/bakery · 611 entries\n/,
    );
    assert.match(stdout, /✓ The signature +The checkpoint is signed by the key that was given\.\n/);
    assert.match(stdout, /✓ The result +What was proclaimed is what the recount gives\.\n/);
    assert.match(stdout, /\? Who could vote .*\n.*\n.*\[eligible-unknown\]\n/);
    assert.match(stdout, /Nothing is wrong: 12 of 15 checks hold\. 3 that cannot be known from here\.\n$/);
  });

  it('ends with 1 where something is, and says what by its code', async () => {
    const folder = await published(log);
    const file = join(folder, 'openings', '000');
    await writeFile(file, (await readFile(file, 'utf8')).replace('plurality:2', 'plurality:3'));
    const { code, stdout } = await voix('audit', folder);
    assert.equal(code, 1);
    assert.match(stdout, /✗ The choices .*\n.*Chloé Szabó \(no\. 3\)\. \[opening-wrong\]\n/);
    assert.match(stdout, /FAILED: 1 check of 15\./);
    const other = await voixHere('audit', await published(log), '--key', keyOf(log.origin, 'another').vkey);
    assert.equal(other.code, 1);
    assert.match(other.stdout, /\[key-not-this\]/);
  });

  it('ends with 2 where there is nothing to audit, or it was called wrongly', async () => {
    const empty = await temporaryFolder();
    for (const args of [
      [empty],
      [join(empty, 'nowhere')],
      ['http://127.0.0.1:9/'],
      [await published(log), '--key', 'x'],
      [],
    ]) {
      const { code, stdout, stderr } = await voix('audit', ...args);
      assert.equal(code, 2, args.join(' '));
      assert.equal(stdout, '');
      assert.ok(stderr.length > 10 && !stderr.includes('    at '), stderr);
    }
  });

  it('audits the others where one cannot be read, and ends with 2 where nothing else is wrong', async () => {
    const folder = await published(log, wholeBakery({ election: 'market' }));
    await rm(join(folder, 'bakery', 'tile', 'entries'), { recursive: true });
    await mkdir(join(folder, 'bakery', 'tile', 'entries', '000'), { recursive: true });
    const some = await voixHere('audit', folder);
    assert.equal(some.code, 2);
    assert.match(some.stdout, /market · 611 entries\n[^]*\nNothing is wrong: /);
    assert.match(some.stderr, /^voix: .*bakery\/tile\/entries\/000 is no file\n$/);
    await rm(join(folder, 'market', 'openings', '000'));
    const wrong = await voixHere('audit', folder);
    assert.equal(wrong.code, 1);
    assert.match(
      wrong.stdout,
      /\nFAILED: 1 of 2 logs: vote\.brand\.example\/market\.\nNot read: .*bakery.*is no file\n$/,
    );
  });

  it('waits for nothing that has no end: what is no file is not read', async () => {
    const folder = await published(log);
    await rm(join(folder, 'tile', '0', '000'));
    await symlink('/dev/zero', join(folder, 'tile', '0', '000'));
    const { code, stderr } = await voix('audit', folder);
    assert.equal(code, 2);
    assert.match(stderr, /tile\/0\/000 is no file\n$/);
  });

  it('ends with 2 where it cannot write what it was asked to: 1 is of the log alone', async () => {
    const folder = await published(log);
    for (const option of ['--dossier', '--seen']) {
      const { code, stderr } = await voixHere('audit', folder, option, join(folder, 'nowhere', 'x'));
      assert.equal(code, 2, option);
      assert.match(stderr, /^voix: There is no file or folder .*nowhere.*\n$/);
    }
  });

  it('lets no words of a log change what the terminal shows', async () => {
    const title = 'Who?\u001b[2J\u001b[8m\u009b8m\r\nNothing is wrong: 15 of 15 checks hold.\u202e';
    const hostile = openedBakery();
    hostile.entries.pop();
    hostile.add('opening', { document: hostile.document({ ...rulesOf(hostile), title }) }, hour(0));
    const { stdout } = await voixHere('audit', await published(hostile));
    assert.match(stdout, /^Who\?\ufffd\[2J\ufffd\[8m\ufffd8m\ufffd\ufffdNothing is wrong.*\n/);
    // oxlint-disable-next-line no-control-regex
    assert.doesNotMatch(stdout, /[\0-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
  });

  it('remembers what it saw, and tells a fork of it', async () => {
    const seen = join(await temporaryFolder(), 'seen.json');
    assert.equal((await voixHere('audit', await published(log), '--seen', seen)).code, 0);
    const again = await voixHere('audit', await published(log), '--seen', seen);
    assert.match(again.stdout, /✓ Nothing was rewritten/);
    const before = await readFile(seen, 'utf8');
    const fork = votedBakery({ opened: false });
    for (let i = 0; i < 20; i++) fork.ballot(`another ${i}`, 'plurality:3', hour(10));
    const told = await voixHere('audit', await published(fork), '--seen', seen);
    assert.equal(told.code, 1);
    assert.match(told.stdout, /\[checkpoint-forked\]/);
    assert.equal(await readFile(seen, 'utf8'), before);
    await writeFile(seen, 'nonsense');
    assert.equal((await voixHere('audit', await published(log), '--seen', seen)).code, 2);
  });

  it('says what a place that is no folder has to begin with to be an address', async () => {
    const { code, stderr } = await voixHere('audit', 'votes.example');
    assert.equal(code, 2);
    assert.equal(stderr, 'voix: votes.example cannot be read as a folder; an address begins with https://\n');
  });

  it('audits every log of a folder, and writes a dossier for each', async () => {
    const folder = await published(log, wholeBakery({ election: 'market' }));
    const out = await temporaryFolder();
    const { code, stdout } = await voixHere('audit', folder, '--dossier', join(out, 'dossier.html'));
    assert.equal(code, 0);
    assert.equal(stdout.match(/^Nothing is wrong:/gm)?.length, 2);
    assert.match(stdout, /\nNothing is wrong with any of 2 logs\.\n$/);
    assert.deepEqual((await readdir(out)).sort(), ['dossier-bakery.html', 'dossier-market.html']);
    assert.match(
      await readFile(join(out, 'dossier-market.html'), 'utf8'),
      /^<!doctype html>\n<html lang="fr">/,
    );
  });
});
