import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { trackingCode } from '../../src/log/code.js';
import { signingKey } from '../../src/log/ed25519.js';
import { witnessOf } from '../../src/log/signer.js';
import { entriesIn } from '../../src/log/tiles.js';
import { appended, EMPTY, leafHash } from '../../src/log/tree.js';
import { nodeSha256 } from '../../src/server/signing/node-key.js';
import { aRead } from '../server/support/backend.js';
import { voix, voixHere } from './command.js';
import { openElection } from './election.js';
import { holdElection } from './held.js';
import { temporaryFolder } from './support.js';

const LOG = join('elections', 'bakery', 'log');

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

const rootOf = async (out: string) =>
  (await readFile(join(out, LOG, 'checkpoint'), 'utf8')).split('\n').slice(1, 3);

/** Files, and nothing else: the address of a folder leads nowhere. */
async function carried(t: TestContext, folder: string): Promise<string> {
  const server = createServer((request, response) => {
    readFile(join(folder, request.url ?? '')).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end('<h1>no</h1>'),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('voix publish', () => {
  it('writes a log that can be recounted from the folder alone, and then only what is new', async () => {
    const folder = await temporaryFolder();
    const { rules } = openElection();
    const held = await holdElection(folder, { rules: { ...rules, visibility: 'until-voted' } });
    const out = join(folder, 'published');
    const publish = () => voix('publish', '--out', out, '--data', held.data, '--key', held.key);
    for (let voter = 0; voter < 300; voter++) await held.vote(voter, voter % 3 ? 'amina' : 'bruno');
    const first = await publish();
    assert.equal(first.stderr, '');
    assert.match(first.stdout, /elections\/bakery\/log: 301 entries, \d+ files written\n$/);
    const full = join(out, LOG, 'tile', 'entries', '000');
    const before = (await stat(full)).mtimeMs;
    assert.ok(!(await filesIn(join(out, LOG))).some((file) => file.includes('openings')), 'voting goes on');

    for (let voter = 300; voter < 420; voter++) await held.vote(voter);
    await publish();
    const partials = async () =>
      (await filesIn(join(out, LOG))).filter((file) => file.startsWith(join('tile', '0')));
    assert.deepEqual(await partials(), ['tile/0/000', 'tile/0/001.p/165', 'tile/0/001.p/45']);
    await held.finish();
    const third = await publish();
    assert.match(third.stdout, /: 423 entries, /);
    assert.equal((await stat(full)).mtimeMs, before, 'what is full is not written again');
    assert.deepEqual(await partials(), ['tile/0/000', 'tile/0/001.p/165', 'tile/0/001.p/167']);
    await held.stop();

    const audited = await voix('audit', out);
    assert.equal(audited.code, 0, audited.stdout + audited.stderr);
    assert.match(audited.stdout, /✓ The count/);
    assert.match(audited.stdout, /✓ The result/);
    assert.match((await publish()).stdout, /: 423 entries, 1 file written\n$/);
    const listed = await readFile(join(out, 'elections', 'index.json'), 'utf8');
    assert.equal(listed, '{"elections":[{"id":"bakery"}]}\n', 'the list does not list itself');
  });

  it('writes what any web server can carry: recounted from the address of the folder, of one election and of its log', async (t) => {
    const folder = await temporaryFolder();
    const held = await holdElection(folder);
    for (let voter = 0; voter < 60; voter++) await held.vote(voter, voter % 3 ? 'amina' : 'bruno');
    await held.finish();
    const out = join(folder, 'published');
    await voixHere('publish', '--out', out, '--data', held.data, '--key', held.key);
    await held.stop();
    const address = await carried(t, out);
    for (const place of ['', '/elections/bakery', '/elections/bakery/log/']) {
      const audited = await voix('audit', address + place);
      assert.equal(audited.code, 0, audited.stdout + audited.stderr);
      assert.match(audited.stdout, /✓ The result/);
    }
  });

  it('writes the checkpoint that witnesses have co-signed, without the key, where there is one', async () => {
    const folder = await temporaryFolder();
    const seed = new Uint8Array(32).fill(200);
    const witness = witnessOf(nodeSha256, 'witness.test/w1', await signingKey(seed));
    // Nobody is asked there: the server goes on without.
    const held = await holdElection(folder, {}, [{ key: witness.vkey, url: 'http://127.0.0.1:1' }]);
    for (let voter = 0; voter < 5; voter++) await held.vote(voter);
    const { log } = held.storage;
    const signed = await (await held.server.fetch(aRead('/elections/bakery/log/checkpoint'))).text();
    const [text = ''] = signed.split('\n\n');
    const note = signed + (await witness.cosign(`${text}\n`, Math.floor(Date.now() / 1000)));
    await log?.putCosigned('bakery', { size: 6, note });
    await held.vote(5);
    await held.stop();
    const out = join(folder, 'published');
    const nobody = join(folder, 'none.key');
    const { code, stdout, stderr } = await voix(
      'publish',
      '--out',
      out,
      '--data',
      held.data,
      '--key',
      nobody,
    );
    assert.equal(code, 0, stderr);
    assert.match(stdout, /: 6 entries, .*\n {2}1 newer entry left out: no witness has co-signed so far\n$/);
    assert.equal(await readFile(join(out, LOG, 'checkpoint'), 'utf8'), note);
    assert.match((await voix('audit', out)).stdout, /✓ The witnesses/);
    // What has waited for them since yesterday is published without them, where there is the key.
    const signing = ['--data', held.data, '--key', held.key];
    assert.match((await voix('publish', '--out', out, ...signing)).stdout, /: 7 entries, [^\n]*\n$/);
    const audited = await voix('audit', out);
    assert.equal(audited.code, 0, audited.stdout);
    assert.match(audited.stdout, /[?] The witnesses/);
  });

  it('leaves the mark behind which nothing is signed any more', async () => {
    const folder = await temporaryFolder();
    const held = await holdElection(folder);
    await held.vote(1);
    const old = join(folder, 'old');
    await voixHere('backup', '--data', held.data, '--out', old);
    await held.vote(2);
    await held.stop();
    await rm(`${held.key}.marks`, { recursive: true });
    const publish = (data: string, out: string) =>
      voixHere('publish', '--data', data, '--out', join(folder, out), '--key', held.key);
    assert.equal((await publish(held.data, 'one')).code, 0);
    assert.match((await publish(old, 'two')).stderr, /and the mark beside the key knows one of 3/);
  });

  it('never over a log that this database does not continue', async () => {
    const folder = await temporaryFolder();
    const held = await holdElection(folder);
    const out = join(folder, 'published');
    await held.vote(1);
    await held.server.close();
    const old = join(folder, 'old');
    await mkdir(old);
    await voixHere('backup', '--data', held.data, '--out', join(old, 'data'));
    for (const voter of [2, 3, 4]) await held.vote(voter);
    const args = ['--out', out, '--key', held.key];
    assert.equal((await voix('publish', '--data', held.data, ...args)).code, 0);
    const published = await rootOf(out);
    await held.stop();

    const stale = await voix('publish', '--data', join(old, 'data'), ...args);
    assert.equal(stale.code, 1);
    assert.match(stale.stderr, /has 2 entries here, and the mark beside the key knows one of 5/);
    // Somewhere else, without the marks: what is published tells.
    await cp(held.key, join(old, 'log.key'));
    const other = await voixHere(
      'publish',
      '--data',
      join(old, 'data'),
      '--out',
      out,
      '--key',
      join(old, 'log.key'),
    );
    assert.equal(other.code, 1);
    assert.match(other.stderr, /has 5 entries of voix\.local\/bakery that this database does not continue/);
    assert.deepEqual(await rootOf(out), published);
  });

  it('says what is missing: the key, the election, the database', async () => {
    const folder = await temporaryFolder();
    const held = await holdElection(folder);
    await held.stop();
    const out = join(folder, 'out');
    const none = await voixHere(
      'publish',
      '--out',
      out,
      '--data',
      held.data,
      '--key',
      join(folder, 'none.key'),
    );
    assert.match(none.stderr, /^voix: There is no key .*none\.key to sign the log of `bakery`/);
    const unknown = await voixHere('publish', '--out', out, '--data', held.data, '--election', 'nobody');
    assert.match(unknown.stderr, /election-unknown/);
    const nowhere = await voixHere('publish', '--out', out, '--data', join(folder, 'nowhere'));
    assert.match(nowhere.stderr, /there is no such file/);
  });
});

const photoOf = (id: string) => ({
  src: `https://votes.example/media/${id}-640`,
  width: 640,
  height: 800,
  alt: '',
});

describe('voix erase', () => {
  it('erases a voter and a candidate: the root stays, and the recount passes', async () => {
    const folder = await temporaryFolder();
    const [staying, going] = ['a', 'b'].map((digit) => digit.repeat(32)) as [string, string];
    const candidates = openElection().candidates.map((one) =>
      ['amina', 'bruno'].includes(one.id)
        ? { ...one, photo: photoOf(one.id === 'bruno' ? going : staying) }
        : one,
    );
    const held = await holdElection(folder, { candidates });
    const photos = [staying, going].map((id) => join(held.data, 'media', id.slice(0, 2), `${id}-640.webp`));
    for (const photo of photos) {
      await mkdir(dirname(photo), { recursive: true });
      await writeFile(photo, 'a photo');
    }
    const receipts = [];
    for (let voter = 0; voter < 60; voter++)
      receipts.push(await held.vote(voter, ['amina', 'bruno'][voter % 2]));
    await held.finish();
    const out = join(folder, 'published');
    const publish = () => voixHere('publish', '--out', out, '--data', held.data, '--key', held.key);
    await publish();
    const [size, root] = await rootOf(out);
    const names = async () => {
      const documents = join(out, LOG, 'documents');
      const texts = (await readdir(documents)).map((name) => readFile(join(documents, name), 'utf8'));
      return (await Promise.all(texts)).join('');
    };
    assert.match(await names(), /Costa/);

    const { sequence = 0, ballot = '' } = receipts[7] ?? {};
    const voter = await voix(
      'erase',
      'voter',
      'bakery',
      trackingCode(sequence, ballot) ?? '',
      '--data',
      held.data,
    );
    assert.equal(voter.code, 0, voter.stderr);
    const candidate = await voixHere('erase', 'candidate', 'bakery', 'bruno', '--data', held.data);
    assert.equal(candidate.code, 0, candidate.stderr);
    assert.match(
      candidate.stdout,
      /The profile of candidate bruno \(number 2\) is erased, with 1 file of photos/,
    );
    assert.deepEqual(
      photos.map((photo) => existsSync(photo)),
      [true, false],
    );
    assert.equal((await publish()).code, 0);
    assert.doesNotMatch(await names(), /Costa/);

    const audited = await voixHere('audit', out);
    assert.equal(audited.code, 0, audited.stdout);
    assert.match(audited.stdout, /✓ The count/);
    // The log of before is how the log of now begins: its root can be computed from what is published now.
    const [bundle = ''] = (await filesIn(join(out, LOG, 'tile', 'entries'))).slice(-1);
    const width = Number(bundle.split('/').at(-1));
    const entries = entriesIn(await readFile(join(out, LOG, 'tile', 'entries', bundle)), width) ?? [];
    const leaves = entries.slice(0, Number(size)).map((entry) => leafHash(nodeSha256, entry));
    const again = appended(nodeSha256, EMPTY, leaves).root;
    assert.equal(Buffer.from(again).toString('base64'), root);
    assert.equal((await held.storage.tally('bakery')).ballots, 60);
    await held.stop();
  });

  it('names what there is not', async () => {
    const folder = await temporaryFolder();
    const { data, stop } = await holdElection(folder);
    await stop();
    const candidate = await voixHere('erase', 'candidate', 'bakery', 'nobody', '--data', data);
    assert.equal(candidate.code, 1);
    assert.match(candidate.stderr, /There is no candidate `nobody`\. There are: amina, bruno, chloe\./);
    const voter = await voixHere('erase', 'voter', 'bakery', '1-000000', '--data', data);
    assert.match(voter.stderr, /ballot-unknown/);
    assert.equal((await voixHere('erase', 'brand', 'bakery', 'x', '--data', data)).code, 2);
  });
});
