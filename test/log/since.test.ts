import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { trackingCode } from '../../src/log/code.js';
import { askAgain, findBallot } from '../../src/log/desk.js';
import type { ReadFile } from '../../src/log/files.js';
import { verifyReceipt } from '../../src/log/receipt.js';
import { sha256 } from '../../src/log/sha256.js';
import type { Since } from '../../src/log/since.js';
import { utf8 } from '../../src/log/utf8.js';
import type { Receipt } from '../../src/model/ballot.js';
import { ElectionError } from '../../src/model/errors.js';
import { openElection } from '../cli/election.js';
import { writeLog, type WrittenLog } from './written-log.js';

const election = openElection();
const [amina = '', bruno = ''] = election.candidates.map(({ id }) => id);

/** Ballots of strangers. */
function crowd(log: WrittenLog, count: number): void {
  for (let i = 0; i < count; i++) log.vote(`stranger ${log.size}`, i % 2 ? amina : bruno);
}

/** Verifies a receipt as the page did when it came, and asks again. */
async function again(log: WrittenLog, receipt: Receipt, read: ReadFile = log.read): Promise<Since> {
  const expected = {
    keys: [receipt.key ?? ''],
    choice: receipt.choice,
    numberOf: (id: string) => log.numbers[id],
  };
  return askAgain(receipt, await verifyReceipt(sha256, receipt, expected), read, log.witnesses);
}

/** Looks the ballot at this index up by its code, as the page does. */
const found = (log: WrittenLog, index: number, read: ReadFile = log.read): ReturnType<typeof findBallot> =>
  findBallot(trackingCode(index, log.ballotAt(index)) ?? '', read, log);

describe('asking the log again for a ballot', () => {
  for (const later of [0, 1, 300, 5000])
    it(`is told that it stands, ${later} entries later`, async () => {
      const log = await writeLog({ election });
      crowd(log, 3);
      const receipt = await log.receipt(log.vote('me', amina));
      crowd(log, later);
      const unread = later === 5000 ? later : 0;
      assert.deepEqual(await again(log, receipt), {
        kind: 'read',
        size: 5 + later,
        witnesses: 1,
        fate: { kind: 'counts' },
        unread,
      });
    });

  it('is told that nobody else has signed, where nobody has', async () => {
    const log = await writeLog({ election, cosigned: 0 });
    const since = await again(log, await log.receipt(log.vote('me', amina)));
    assert.equal(since.kind === 'read' && since.witnesses, 0);
  });

  it('knows a witness who came after the opening, by the page', async () => {
    const log = await writeLog({ election, witnessedFromOpening: false });
    const index = log.vote('me', amina);
    const receipt = await log.receipt(index);
    for (const since of [await again(log, receipt), (await found(log, index))?.since])
      assert.equal(since?.kind === 'read' && since.witnesses, 1);
  });

  it('is told that a later ballot took its place', async () => {
    const log = await writeLog({ election });
    const receipt = await log.receipt(log.vote('me', amina));
    crowd(log, 10);
    log.vote('me', bruno);
    const since = await again(log, receipt);
    assert.deepEqual(since.kind === 'read' && since.fate, { kind: 'superseded' });
  });

  it('is told of a review, an invalidation and a reinstatement, the last of them, with its reason', async () => {
    const log = await writeLog({ election });
    const index = log.vote('me', amina);
    const receipt = await log.receipt(index);
    const ballot = log.ballotAt(index);
    const fates = [];
    for (const type of ['review', 'invalidation', 'reinstatement'] as const) {
      log.append({ type, ballot, reason: 'automation' });
      const since = await again(log, receipt);
      fates.push(since.kind === 'read' && since.fate);
    }
    assert.deepEqual(fates, [
      { kind: 'review', reason: 'automation' },
      { kind: 'invalidated', reason: 'automation' },
      { kind: 'reinstated' },
    ]);
  });

  it('is told nothing of what happened to others', async () => {
    const log = await writeLog({ election });
    const other = log.vote('other', amina);
    const receipt = await log.receipt(log.vote('me', amina));
    log.append({ type: 'invalidation', ballot: log.ballotAt(other), reason: 'bought' });
    log.vote('other', bruno);
    const since = await again(log, receipt);
    assert.deepEqual(since.kind === 'read' && since.fate, { kind: 'counts' });
  });

  it('follows a change of key that the log tells of', async () => {
    const log = await writeLog({ election });
    const receipt = await log.receipt(log.vote('me', amina));
    await log.rotate();
    crowd(log, 2);
    assert.equal((await again(log, receipt)).kind, 'read');
  });

  it('follows one that came before the ballot, too, where the code alone is known', async () => {
    const log = await writeLog({ election });
    crowd(log, 2);
    await log.rotate();
    const index = log.vote('me', amina);
    assert.equal((await found(log, index))?.since.kind, 'read');
  });

  it('does not call forged what it cannot follow: a change of key among too many entries', async () => {
    const log = await writeLog({ election });
    const receipt = await log.receipt(log.vote('me', amina));
    await log.rotate();
    crowd(log, 5000);
    assert.equal((await again(log, receipt)).kind, 'unsigned');
  });

  describe('where witnesses have not signed so far yet', () => {
    /** A log whose checkpoint is older than the ballot. */
    async function lagging() {
      const log = await writeLog({ election });
      crowd(log, 20);
      const old = await log.read('checkpoint');
      const index = log.vote('me', amina);
      const read: ReadFile = async (address) => (address === 'checkpoint' ? old : log.read(address));
      return { log, index, receipt: await log.receipt(index), read };
    }
    const without =
      (read: ReadFile): ReadFile =>
      (address) =>
        address.startsWith('proof/') ? Promise.reject(new ElectionError('route-unknown')) : read(address);

    it('reads what its keeper alone has signed', async () => {
      const { log, receipt, read } = await lagging();
      const since = await again(log, receipt, read);
      assert.deepEqual(since, { kind: 'read', size: 22, witnesses: 0, fate: { kind: 'counts' }, unread: 0 });
    });

    it('says so where nobody shows that: a folder of files', async () => {
      const { log, receipt, read } = await lagging();
      assert.equal((await again(log, receipt, without(read))).kind, 'behind');
    });

    it('finds a ballot by its code, or not yet', async () => {
      const { log, index, read } = await lagging();
      const code = trackingCode(index, log.ballotAt(index)) ?? '';
      assert.equal((await findBallot(code, read, log))?.entry.ballot, log.ballotAt(index));
      assert.equal(await findBallot(code, without(read), log), undefined);
    });
  });

  describe('finds out a log that', () => {
    const forgeries: Readonly<Record<string, (log: WrittenLog) => Promise<WrittenLog>>> = {
      'dropped the ballot': async () => {
        const forged = await writeLog({ election });
        crowd(forged, 40);
        return forged;
      },
      'is of another key': async () => {
        const forged = await writeLog({ election, seed: 9 });
        crowd(forged, 3);
        forged.vote('me', amina);
        crowd(forged, 40);
        return forged;
      },
      'changed the vote': async () => {
        const forged = await writeLog({ election });
        crowd(forged, 3);
        forged.vote('me', bruno);
        crowd(forged, 40);
        return forged;
      },
    };
    for (const [what, forge] of Object.entries(forgeries))
      it(what, async () => {
        const log = await writeLog({ election });
        crowd(log, 3);
        const receipt = await log.receipt(log.vote('me', amina));
        crowd(log, 40);
        assert.equal((await again(log, receipt)).kind, 'read');
        assert.equal((await again(log, receipt, (await forge(log)).read)).kind, 'contradicted');
      });

    it('ends before the receipt, and otherwise', async () => {
      const log = await writeLog({ election });
      crowd(log, 3);
      const receipt = await log.receipt(log.vote('me', amina));
      const other = await writeLog({ election });
      other.vote('other', bruno);
      const old = await other.read('checkpoint');
      const read: ReadFile = async (address) => (address === 'checkpoint' ? old : log.read(address));
      assert.equal((await again(log, receipt, read)).kind, 'contradicted');
      assert.equal((await again(log, receipt, other.read)).kind, 'behind', 'has nothing to compare');
    });

    it('is another election’s', async () => {
      const log = await writeLog({ election });
      const receipt = await log.receipt(log.vote('me', amina));
      const other = await writeLog({ election: { ...election, id: 'other' } });
      assert.equal((await again(log, receipt, other.read)).kind, 'contradicted');
    });

    it('told this voter other numbers than it tells everyone', async () => {
      const log = await writeLog({ election });
      const receipt = await log.receipt(log.vote('me', amina));
      const swapped = { ...receipt, choice: { method: 'plurality', candidate: bruno } } as const;
      const numberOf = () => log.numbers[amina];
      const expected = { keys: [log.key], choice: swapped.choice, numberOf };
      const checkpoint = await verifyReceipt(sha256, swapped, expected);
      assert.equal((await askAgain(swapped, checkpoint, log.read)).kind, 'contradicted');
    });
  });

  it('passes on that the log cannot be read', async () => {
    const log = await writeLog({ election });
    const receipt = await log.receipt(log.vote('me', amina));
    const offline: ReadFile = () => Promise.reject(new ElectionError('offline'));
    await assert.rejects(again(log, receipt, offline), { code: 'offline' });
    const hello: ReadFile = () => Promise.resolve(utf8('<!doctype html>'));
    await assert.rejects(again(log, receipt, hello), { code: 'answer-unreadable' });
  });
});

describe('looking up a tracking code', () => {
  it('finds the ballot however the code is written, and what became of it', async () => {
    const log = await writeLog({ election });
    crowd(log, 40);
    const index = log.vote('me', amina);
    log.vote('me', bruno);
    const code = trackingCode(index, log.ballotAt(index)) ?? '';
    for (const written of [code, code.toLowerCase(), code.replace('-', ' ')]) {
      const found = await findBallot(written, log.read, log);
      assert.equal(found?.entry.ballot, log.ballotAt(index));
      assert.deepEqual(found.since.kind === 'read' && found.since.fate, { kind: 'superseded' });
    }
  });

  it('says whom it was for once that is open to all, and not before', async () => {
    for (const isOpen of [false, true]) {
      const log = await writeLog({ election, isOpen });
      crowd(log, 300);
      const index = log.vote('me', bruno);
      const ballot = await found(log, index);
      assert.deepEqual(ballot?.numbers, isOpen ? [log.numbers[bruno]] : undefined);
    }
  });

  it('believes no opening that the ballot did not commit to', async () => {
    const log = await writeLog({ election, isOpen: true });
    const index = log.vote('me', bruno);
    const read: ReadFile = async (address) =>
      address.startsWith('openings/')
        ? utf8(new TextDecoder().decode(await log.read(address)).replaceAll(/:\d/g, ':1'))
        : log.read(address);
    const ballot = await found(log, index, read);
    assert.equal(ballot?.entry.ballot, log.ballotAt(index));
    assert.equal(ballot.numbers, undefined);
  });

  it('finds none where the second word is another’s, the entry is no ballot, or the log is not so long', async () => {
    const log = await writeLog({ election });
    const index = log.vote('me', amina);
    const code = trackingCode(index, log.ballotAt(index)) ?? '';
    const last = code.endsWith('0') ? '1' : '0';
    for (const wrong of [code.slice(0, -1) + last, `0-${code.slice(-6)}`, `ZZ-${code.slice(-6)}`])
      assert.equal(await findBallot(wrong, log.read, log), undefined, wrong);
  });
});
