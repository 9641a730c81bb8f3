/** Keys, witnesses, and checkpoints that were seen before. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toBase64 } from '../../src/audit/bytes.js';
import { readSeen, seenText, withSeen, type SeenCheckpoint } from '../../src/audit/seen.js';
import { auditFiles, auditLog, failures, notes, unknowns, warnings } from './support/audit-files.js';
import { hour, proclaim, rulesOf, votedBakery, wholeBakery } from './support/bakery.js';
import { cosignature, keyOf, rootOf, signature, type LogWriter } from './support/log-writer.js';

const NAME = 'vote.brand.example/bakery';
const small = { voters: 60, opened: false };

const seenAt = (log: LogWriter, size: number): SeenCheckpoint => ({
  size,
  root: toBase64(rootOf(log.leaves(size))),
});

describe('the key', () => {
  it('is the one that was given, or the audit fails', async () => {
    const log = votedBakery(small);
    const found = await auditLog(log, { keys: [log.signer.vkey] });
    assert.deepEqual(warnings(found), []);
    assert.deepEqual(failures(await auditLog(log, { keys: [keyOf(NAME, 'another').vkey] })), [
      'key-not-this',
    ]);
  });

  it('changes by a logged entry: from then on the new one signs, and the old one no longer', async () => {
    const log = votedBakery(small);
    const [before, after] = [log.signer, keyOf(NAME, 'the new one')];
    log.add('key', { key: after.vkey }, hour(10));
    assert.deepEqual(failures(await auditLog(log)), ['signature-other-key']);
    log.signer = after;
    const found = await auditLog(log, { keys: [after.vkey] });
    assert.deepEqual(failures(found), []);
    assert.deepEqual(notes(found), ['key-changed']);
    assert.deepEqual(failures(await auditLog(log, { keys: [before.vkey] })), ['key-replaced']);
  });

  it('is named by the rules, or the audit fails, whatever key was given', async () => {
    const log = votedBakery({ ...small, keys: [] });
    const known = log.signer.vkey;
    log.signer = keyOf(NAME, 'a forger');
    for (const keys of [[], [known]]) assert.deepEqual(failures(await auditLog(log, { keys })), ['key-none']);
  });

  it('may come with an amendment where nobody signed before, and changes by no second one', async () => {
    const log = votedBakery({ ...small, keys: [] });
    const amend = (keys: string[]) =>
      log.add('amendment', { document: log.document({ ...rulesOf(log), keys }), reason: 'x' }, hour(10));
    amend([log.signer.vkey]);
    assert.deepEqual(failures(await auditLog(log)), []);
    log.signer = keyOf(NAME, 'a forger');
    amend([log.signer.vkey]);
    assert.deepEqual(failures(await auditLog(log)), ['signature-other-key']);
  });

  it('must be a key of this log, whose id is its own', async () => {
    const good = keyOf(NAME, 'the log').vkey;
    const broken = [
      good.replace('bakery', 'market'),
      good.replace(/\+\w{8}\+/, '+00000000+'),
      good.slice(0, -4),
      `${good}=`,
      good.replace(/\+/g, ' '),
      keyOf(NAME, 'the log', 0x04).vkey,
    ];
    for (const key of broken)
      assert.deepEqual(
        failures(await auditLog(votedBakery({ ...small, keys: [key] }))),
        ['key-malformed'],
        key,
      );
  });
});

describe('the witnesses', () => {
  const anna = keyOf('anna.example/witness', 'anna', 0x04);
  const bert = keyOf('bert.example/witness', 'bert', 0x04);

  it('are named by the rules, and each cosigns', async () => {
    const found = await auditLog(votedBakery({ ...small, witnesses: [anna, bert] }));
    assert.deepEqual(failures(found), []);
    assert.deepEqual(found.log?.witnesses, [anna.name, bert.name]);
    assert.equal(found.items.find(({ check }) => check === 'witnesses')?.verdict, 'ok');
  });

  it('are missed where they have not, and nobody else stands in for them', async () => {
    const log = votedBakery({ ...small, witnesses: [anna] });
    log.witnesses = [bert];
    const found = await auditLog(log);
    assert.deepEqual(failures(found), []);
    assert.ok(unknowns(found).includes('witness-missing'));
    assert.deepEqual(notes(found), ['cosigner-unknown']);
  });

  it('have signed this very checkpoint, or the audit fails', async () => {
    const log = votedBakery({ ...small, witnesses: [anna] });
    const of = (note: string) => auditFiles(log.files().set('checkpoint', Buffer.from(note)));
    const note = `${log.body()}\n${signature(log.signer, log.body())}`;
    const other = cosignature(anna, log.body(30), 1_795_000_000);
    assert.deepEqual(failures(await of(note + other)), ['cosignature-wrong']);
    const short = signature(anna, `cosignature/v1\ntime 1795000000\n${log.body()}`);
    assert.deepEqual(failures(await of(note + short)), ['cosignature-wrong']);
    assert.deepEqual(failures(await of(note + cosignature(anna, log.body(), 1))), []);
  });

  it('are keys of witnesses', async () => {
    const found = await auditLog(votedBakery({ ...small, witnesses: [keyOf('anna.example', 'anna', 0x01)] }));
    assert.deepEqual(failures(found), ['witness-malformed']);
  });
});

describe('checkpoints seen before', () => {
  const log = wholeBakery();
  const size = log.entries.length;

  it('are beginnings of the log, at whatever size', async () => {
    const seen = [1, 2, 3, 255, 256, 257, 511, 512, 600, size].map((at) => seenAt(log, at));
    const found = await auditLog(log, { seen: () => seen });
    assert.deepEqual(failures(found), []);
    assert.equal(found.items.find(({ check }) => check === 'consistency')?.verdict, 'ok');
  });

  it('tell a fork, signed though it is', async () => {
    const fork = votedBakery({ voters: 600 });
    fork.ballot('somebody', 'plurality:3', hour(10));
    const found = await auditLog(fork, {
      seen: () => [seenAt(log, 300), seenAt(log, 602), seenAt(log, 608)],
    });
    assert.deepEqual(failures(found), ['checkpoint-forked', 'checkpoint-shrunk']);
    const same = await auditLog(fork, { seen: () => [{ ...seenAt(log, 9), size: fork.entries.length }] });
    assert.deepEqual(failures(same), ['checkpoint-forked']);
  });

  it('tell that the last entries were taken away', async () => {
    const shorter = wholeBakery();
    shorter.entries.length -= 1;
    assert.deepEqual(failures(await auditLog(shorter, { seen: () => [seenAt(log, size)] })), [
      'checkpoint-shrunk',
    ]);
  });

  it('are kept by origin, each once, and read again', () => {
    const root = Buffer.alloc(32, 1);
    let seen = withSeen({}, NAME, 9, root);
    seen = withSeen(seen, NAME, 9, root);
    seen = withSeen(seen, NAME, 7, root);
    assert.deepEqual(readSeen(seenText(seen)), {
      [NAME]: [7, 9].map((size) => ({ size, root: toBase64(root) })),
    });
    for (const text of [
      '',
      '[]',
      '{"a":1}',
      '{"a":[{"size":-1,"root":""}]}',
      '{"a":[{"size":1,"root":"AAAA"}]}',
    ])
      assert.throws(() => readSeen(text));
  });
});

describe('a result after the close', () => {
  it('may be proclaimed anew, and is out of date where it was not', async () => {
    const log = wholeBakery();
    for (let index = 1; index <= 590; index++)
      if (String(log.entries[index]?.opening?.[1]) === 'plurality:1')
        log.add('invalidation', { ballot: log.idAt(index), reason: 'bought' }, hour(12));
    const found = await auditLog(log);
    assert.deepEqual(failures(found), []);
    assert.ok(warnings(found).includes('proclamation-outdated'));
    const left = found.log?.replay.register.votes(1) ?? 0;
    proclaim(log, { kind: 'elected', candidate: 2, votes: 200, margin: 100 }, [left, 200, 100]);
    const again = await auditLog(log);
    assert.deepEqual(failures(again), []);
    assert.ok(!warnings(again).includes('proclamation-outdated'));
  });
});
