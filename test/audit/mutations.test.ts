/** V9: what is done to a published log is found, and called by its name. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { audit } from '../../src/audit/audit.js';
import type { Code } from '../../src/audit/findings.js';
import { auditFiles, auditLog, failures, notes, sha256, unknowns, warnings } from './support/audit-files.js';
import { ELECTED, wholeBakery } from './support/bakery.js';
import { keyOf, signature, type Files, type LogWriter } from './support/log-writer.js';

/** Bundles of the entries, taken apart and put together again. */
function rebundled(files: Files, path: string, change: (entries: Buffer[]) => Buffer[]): void {
  const bytes = files.get(path);
  assert.ok(bytes, path);
  const entries: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = bytes.readUInt16BE(at);
    entries.push(bytes.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  const parts = change(entries).flatMap((entry) => [Buffer.of(entry.length >> 8, entry.length & 255), entry]);
  files.set(path, Buffer.concat(parts));
}

function edited(files: Files, path: string, change: (bytes: Buffer) => Buffer): void {
  const bytes = files.get(path);
  assert.ok(bytes, path);
  files.set(path, change(Buffer.from(bytes)));
}

const lines = (change: (lines: string[]) => string[]) => (bytes: Buffer) =>
  Buffer.from(change(String(bytes).split('\n')).join('\n'));

const swapped = <T>(all: readonly T[], a: number, b: number): T[] =>
  all.map((one, i) => (i === a ? all[b] : i === b ? all[a] : one)) as T[];

/** A log that nobody has touched: 600 voters, 612 entries. */
const log = wholeBakery();
const SIZE = log.entries.length;
const LAST = `002.p/${SIZE - 512}`;

/** By what is done to the published files: what must be found, and nothing else. */
const MUTATIONS: Readonly<Record<string, readonly [Code, (files: Files) => void]>> = {
  'a choice is flipped': [
    'opening-wrong',
    (files) =>
      edited(
        files,
        'openings/000',
        lines((all) => all.with(20, String(all[20]).replace(/:\d/, ':3'))),
      ),
  ],
  'the salt of an opening is another one': [
    'opening-wrong',
    (files) =>
      edited(
        files,
        'openings/001',
        lines((all) => all.with(0, String(all[0]).replace(/"[\w-]{5}/, '"AAAAA'))),
      ),
  ],
  'a choice is flipped in the entry itself': [
    'entry-changed',
    (files) =>
      rebundled(files, 'tile/entries/000', (all) =>
        all.with(9, Buffer.from(String(all[9]).replace(/"choice":"....../, '"choice":"AAAAAA'))),
      ),
  ],
  'an entry is dropped': [
    'entry-dropped',
    (files) => rebundled(files, 'tile/entries/001', (all) => all.toSpliced(7, 1)),
  ],
  'an entry stands there twice': [
    'entry-duplicated',
    (files) => rebundled(files, 'tile/entries/001', (all) => all.toSpliced(7, 0, all[6] as Buffer)),
  ],
  'an entry stands there twice, in the place of another': [
    'entry-duplicated',
    (files) => rebundled(files, 'tile/entries/001', (all) => all.with(7, all[6] as Buffer)),
  ],
  'entries are in another order': [
    'entries-reordered',
    (files) => rebundled(files, 'tile/entries/001', (all) => swapped(all, 3, 200)),
  ],
  'a tile of leaves is cut': [
    'tile-cut',
    (files) => edited(files, 'tile/0/001', (all) => all.subarray(0, 32 * 255)),
  ],
  'a tile above is cut': [
    'tile-cut',
    (files) => edited(files, 'tile/1/000.p/2', (all) => all.subarray(0, 40)),
  ],
  'a tile above holds another hash': [
    'tile-wrong',
    (files) => edited(files, 'tile/1/000.p/2', (all) => all.fill(1, 32, 33)),
  ],
  'a tile is gone': ['tile-missing', (files) => files.delete(`tile/0/${LAST}`)],
  'a bundle is cut in the middle of an entry': [
    'bundle-cut',
    (files) => edited(files, `tile/entries/${LAST}`, (all) => all.subarray(0, -10)),
  ],
  'a bundle is gone': ['bundle-missing', (files) => files.delete('tile/entries/001')],
  'openings are gone': [
    'openings-missing',
    (files) =>
      [...files.keys()].filter((path) => path.startsWith('openings')).forEach((path) => files.delete(path)),
  ],
  'one file of openings is gone': ['openings-missing', (files) => files.delete('openings/001')],
  'openings are cut': [
    'openings-cut',
    (files) =>
      edited(
        files,
        'openings/001',
        lines((all) => all.slice(0, 100)),
      ),
  ],
  'a ballot is not opened': [
    'opening-missing',
    (files) =>
      edited(
        files,
        'openings/001',
        lines((all) => all.with(4, 'null')),
      ),
  ],
  'an opening is no opening': [
    'opening-malformed',
    (files) =>
      edited(
        files,
        'openings/001',
        lines((all) => all.with(4, '["x","plurality:1"]')),
      ),
  ],
  'what is no ballot has an opening': [
    'opening-stray',
    (files) =>
      edited(
        files,
        'openings/000',
        lines((all) => all.with(0, String(all[1]))),
      ),
  ],
  'the checkpoint is of another key': [
    'signature-other-key',
    (files) =>
      files.set(
        'checkpoint',
        Buffer.from(`${log.body()}\n${signature(keyOf(log.origin, 'another'), log.body())}`),
      ),
  ],
  'the signature does not hold': [
    'signature-wrong',
    (files) => files.set('checkpoint', Buffer.from(`${log.body()}\n${signature(log.signer, log.body(9))}`)),
  ],
  'the checkpoint speaks of another root': [
    'root-wrong',
    (files) => {
      const body = log.body().replace(/\n[^\n]+\n$/, `\n${Buffer.alloc(32, 7).toString('base64')}\n`);
      files.set('checkpoint', Buffer.from(`${body}\n${signature(log.signer, body)}`));
    },
  ],
  'the rules are others': [
    'document-changed',
    (files) =>
      edited(files, `documents/${opening()}`, (all) =>
        Buffer.from(String(all).replace('plurality', 'approval')),
      ),
  ],
  'the rules are gone': ['document-missing', (files) => files.delete(`documents/${opening()}`)],
  'a profile is another': [
    'profile-changed',
    (files) => edited(files, profile(), (all) => Buffer.from(String(all).replace('Amina', 'Ahmed'))),
  ],
  'a profile is gone, and nothing was said of it': ['profile-missing', (files) => files.delete(profile())],
  'a profile is no profile': ['profile-changed', (files) => files.set(profile(), Buffer.from('no'))],
};

const opening = (): string => (JSON.parse(String(log.entries[0]?.bytes)) as { document: string }).document;
const profile = (): string =>
  `documents/${[...log.documents].find(([, bytes]) => String(bytes).includes('Amina'))?.[0]}`;

describe('published files that somebody changed', () => {
  it('pass while nobody did', async () => {
    const found = await auditFiles(log.files());
    assert.deepEqual(failures(found), []);
    assert.equal(found.ok, true);
    assert.deepEqual(warnings(found), ['key-own']);
    assert.deepEqual(unknowns(found), ['witnesses-none', 'checkpoint-first', 'eligible-unknown']);
    assert.deepEqual(notes(found), ['close-refused']);
  });

  for (const [name, [code, mutate]] of Object.entries(MUTATIONS))
    it(`fail where ${name}: ${code}`, async () => {
      const files = log.files();
      mutate(files);
      const found = await auditFiles(files);
      assert.equal(found.ok, false);
      assert.deepEqual(failures(found), [code]);
    });

  it('fail where a note is no checkpoint, however it is broken', async () => {
    const good = log.checkpoint();
    const broken = {
      'no signature': log.body(),
      'leading zero': good.replace(`\n${SIZE}\n`, `\n0${SIZE}\n`),
      'huge size': good.replace(`\n${SIZE}\n`, '\n99999999999999999999\n'),
      'negative size': good.replace(`\n${SIZE}\n`, `\n-${SIZE}\n`),
      'short root': good.replace(/\n[\w+/]{4}([\w+/]{39}=)\n/, '\n$1\n'),
      'root in base64url': good.replace(/\n[\w+/]{43}=\n/, `\n${'_'.repeat(42)}8=\n`),
      'loose bits': good.replace(/\n[\w+/]{43}=\n/, `\n${'A'.repeat(42)}B=\n`),
      'a control character': good.replace('vote.', 'vote\t.'),
      'no line feed at the end': good.trimEnd(),
      'signature in bad base64': good.replace(/=?=\n$/, '!\n'),
      'a dash in the place of an em dash': good.replace('\u2014', '-'),
      'no UTF-8': Buffer.concat([Buffer.from([0xff]), Buffer.from(good)]),
      'a thousand signatures': good + signature(log.signer, log.body()).repeat(1000),
      'too large': `${good.slice(0, good.indexOf('\n\n'))}\n${'x\n'.repeat(60_000)}\n${signature(log.signer, 'x')}`,
    };
    for (const [name, text] of Object.entries(broken)) {
      const files = log.files().set('checkpoint', Buffer.from(text));
      const found = await auditFiles(files);
      assert.deepEqual(failures(found), ['checkpoint-malformed'], name);
    }
  });
});

describe('a checkpoint that speaks of two thousand million entries', () => {
  it('takes no more memory than the files that are there', async () => {
    const body = log.body().replace(`\n${SIZE}\n`, '\n2147483647\n');
    const files = log.files().set('checkpoint', Buffer.from(`${body}\n${signature(log.signer, body)}`));
    let most = 0;
    const read = (path: string) => {
      most = Math.max(most, process.memoryUsage().heapUsed);
      return Promise.resolve(files.get(path));
    };
    const before = process.memoryUsage().heapUsed;
    const found = await audit({ name: 'files', read }, { sha256 });
    assert.deepEqual(failures(found), ['bundle-missing']);
    assert.ok(most - before < 100_000_000, `${most - before} bytes`);
  });
});

/** A log whose keeper lies, and signs it: tree and signature hold. */
const lies = async (change: (log: LogWriter) => void, options: Parameters<typeof wholeBakery>[0] = {}) => {
  const lying = wholeBakery(options);
  change(lying);
  return failures(await auditLog(lying));
};

const editEntry = (log: LogWriter, index: number, change: (text: string) => string): void => {
  const entry = log.entries[index];
  assert.ok(entry);
  entry.bytes = Buffer.from(change(String(entry.bytes)));
};

describe('a log whose keeper lies, with the right key', () => {
  const ballot = (n: number) => (log: LogWriter) => log.entries[n] as LogWriter['entries'][number];
  const last = SIZE - 1;

  const LIES: Readonly<Record<string, readonly [readonly Code[], (log: LogWriter) => void]>> = {
    'a ballot is dropped': [
      ['close-voters-wrong', 'close-tiers-wrong', 'proclamation-counts-wrong', 'proclamation-outcome-wrong'],
      (log) => log.entries.splice(10, 1),
    ],
    'a ballot stands there twice': [
      ['ballot-duplicated'],
      (log) => log.entries.splice(20, 0, ballot(20)(log)),
    ],
    'the opening comes later': [
      ['opening-not-first', 'opening-again'],
      (log) => log.entries.splice(0, 2, ballot(1)(log), ballot(0)(log)),
    ],
    'hours go backwards': [
      ['hour-backwards'],
      (log) => log.entries.splice(590, 0, log.entries.splice(100, 1)[0] as LogWriter['entries'][number]),
    ],
    'an entry has spaces': [
      ['entry-not-canonical'],
      (log) => editEntry(log, 30, (text) => text.replace(',', ', ')),
    ],
    'an entry has its members in another order': [
      ['entry-not-canonical'],
      (log) => editEntry(log, last - 1, (text) => text.replace(/("voters":4),("at":"[^"]+")/, '$2,$1')),
    ],
    'a number is written otherwise': [
      ['entry-not-canonical'],
      (log) => editEntry(log, last - 1, (text) => text.replace(':4,', ':4.0,')),
    ],
    'a member stands there twice': [
      ['entry-not-canonical'],
      (log) => editEntry(log, last - 1, (text) => text.replace('"voters"', '"voters":9,"voters"')),
    ],
    'a number is huge': [
      ['entry-malformed'],
      (log) => editEntry(log, last - 1, (text) => text.replace(':4,', ':99999999999999999999,')),
    ],
    'a member is unknown': [
      ['entry-malformed'],
      (log) => editEntry(log, last - 1, (text) => text.replace('"at"', '"ip":"127.0.0.1","at"')),
    ],
    'an entry is no JSON': [['entry-malformed'], (log) => editEntry(log, last - 1, (text) => text.slice(1))],
    'the close says other voters': [
      ['close-voters-wrong'],
      (log) => editEntry(log, last - 4, (text) => text.replace('"voters":600', '"voters":601')),
    ],
    'the close says other sums': [
      ['close-tiers-wrong'],
      (log) => editEntry(log, last - 4, (text) => text.replace('"counted":597', '"counted":598')),
    ],
    'the proclamation says other counts': [
      ['proclamation-counts-wrong'],
      (log) => editEntry(log, last, (text) => text.replace('[298', '[299')),
    ],
    'the proclamation leaves one out': [
      ['proclamation-counts-wrong'],
      (log) => editEntry(log, last, (text) => text.replace(',100]', ']')),
    ],
    'another one is proclaimed': [
      ['proclamation-outcome-wrong'],
      (log) => editEntry(log, last, (text) => text.replace('"candidate":1', '"candidate":2')),
    ],
    'the margin is another': [
      ['proclamation-outcome-wrong'],
      (log) => editEntry(log, last, (text) => text.replace('"margin":98', '"margin":99')),
    ],
    'somebody is proclaimed before the close': [
      ['proclamation-early'],
      (log) => log.entries.splice(last - 4, 0, ...log.entries.splice(last, 1)),
    ],
    'a ballot comes after the close': [
      ['ballot-after-close'],
      (log) => log.ballot('late', 'plurality:1', '2026-11-22T19:00:00.000Z'),
    ],
    'it closes twice': [['close-again'], (log) => log.entries.push(ballot(last - 4)(log))],
    'nobody knows the ballot that is decided on': [
      ['decision-unknown'],
      (log) => log.add('review', { ballot: 'A'.repeat(22), reason: 'error' }, '2026-11-22T20:00:00.000Z'),
    ],
    'nobody knows the candidate who is hidden': [
      ['moderation-unknown'],
      (log) =>
        log.add('moderation', { candidate: 9, act: 'hidden', reason: 'court' }, '2026-11-22T20:00:00.000Z'),
    ],
    'an amendment has no document': [
      ['document-missing'],
      (log) => log.add('amendment', { document: 'A'.repeat(43), reason: 'x' }, '2026-11-22T20:00:00.000Z'),
    ],
    'a key is of another log': [
      ['key-malformed'],
      (log) => log.add('key', { key: keyOf('elsewhere/log', 'x').vkey }, '2026-11-22T20:00:00.000Z'),
    ],
  };
  for (const [name, [codes, lie]] of Object.entries(LIES))
    it(`fails where ${name}: ${codes.join(', ')}`, async () => assert.deepEqual(await lies(lie), codes));

  it('fails where an entry is of another election', async () => {
    const found = await lies((log) =>
      editEntry(log, last - 1, (text) => text.replace('"bakery"', '"market"')),
    );
    assert.deepEqual(found, ['entry-elsewhere']);
  });

  it('fails where there are more voters than could vote', async () => {
    assert.deepEqual(await lies(() => undefined, { eligible: { device: 598 } }), ['eligible-exceeded']);
    assert.deepEqual(await lies(() => undefined, { eligible: { device: 599 } }), []);
  });

  it('fails where a tier is none of the rules', async () => {
    assert.deepEqual(await lies((log) => log.entries.splice(600, 0, tiered(log)), {}), ['tier-unknown']);
  });

  it('fails where somebody votes twice and the rules do not allow it', async () => {
    assert.deepEqual(await lies(() => undefined, { rules: { revote: false } }), ['ballot-second']);
  });

  it('fails where there are too few ballots and somebody is proclaimed all the same', async () => {
    assert.deepEqual(await lies(() => undefined, { quorum: 599 }), ['proclamation-outcome-wrong']);
    assert.deepEqual(await lies((log) => log.entries.splice(-1, 1), { quorum: 598 }), []);
    assert.equal(ELECTED.votes, 298);
  });
});

function tiered(log: LogWriter): LogWriter['entries'][number] {
  log.ballot('a', 'plurality:1', '2026-11-22T17:00:00.000Z', { tier: 'email' });
  return log.entries.pop() as LogWriter['entries'][number];
}
