import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hash } from 'node:crypto';
import { check } from './check.js';
import type { Violation } from './evidence.js';
import { ELECTION } from './honest.js';
import { aLog, aSigner, loggedEvidence, type MadeLog } from './honest-log.js';
import { Tree } from './merkle.js';

const VOTES = ['amina', 'bruno', 'amina', 'chloe', 'amina'];

/** What a spoilt log is found out by. */
function spoilt(how: (log: MadeLog) => void): Violation['rule'][] {
  const log = aLog(VOTES);
  how(log);
  return check(loggedEvidence(log)).map(({ rule }) => rule);
}

const finds = (rule: Violation['rule'], how: (log: MadeLog) => void) => {
  const rules = spoilt(how);
  assert.ok(rules.includes(rule), `${rule} was not among: ${rules.join(', ')}`);
};

const changeEntry = ({ log }: MadeLog, index: number, change: (entry: string) => string) => {
  log.entries = log.entries.map((entry, i) => (i === index ? change(entry) : entry));
};

const changeReceipt = ({ claims }: MadeLog, change: object) => {
  const [first] = claims;
  assert.ok(first);
  claims[0] = { ...first, receipt: { ...(first.receipt as object), ...change } };
};

describe('an honest log', () => {
  it('passes, of any size', () => {
    for (let votes = 1; votes < 20; votes++)
      assert.deepEqual(check(loggedEvidence(aLog(Array(votes).fill('bruno')))), []);
  });

  it('has the roots of RFC 6962: of nothing, of one leaf, of two', () => {
    const sha = (...bytes: Buffer[]) => hash('sha256', Buffer.concat(bytes), 'buffer');
    const leaves = ['a', 'b'].map((entry) => sha(Buffer.of(0), Buffer.from(entry)));
    const tree = new Tree(['a', 'b']);
    assert.deepEqual(tree.root(0), sha());
    assert.deepEqual(tree.root(1), leaves[0]);
    assert.deepEqual(tree.root(2), sha(Buffer.of(1), ...leaves));
  });
});

describe('a spoilt one does not', () => {
  it('an entry was changed after it was signed', () => {
    finds('forked', (log) => changeEntry(log, 2, (entry) => entry.replace('b1', 'b9')));
    finds('unproved', (log) => changeEntry(log, 1, (entry) => entry.replace('b0', 'b9')));
  });

  it('an entry is missing, or the order is another', () => {
    finds('forked', ({ log }) => (log.entries = log.entries.filter((_, i) => i !== 3)));
    finds(
      'forked',
      ({ log }) => (log.entries = log.entries.toSpliced(2, 2, ...log.entries.slice(2, 4).reverse())),
    );
  });

  it('somebody was shown another checkpoint', () => {
    finds('forked', ({ made, signer, log }) => {
      const other = new Tree([...log.entries.slice(0, 3), 'another']);
      const note = signer.note(other, 4);
      made.events.push({ type: 'checkpoint', election: ELECTION, asked: 0, at: 1, note });
    });
  });

  it('a checkpoint is not signed, or by another key', () => {
    finds('unproved', ({ log, tree }) => (log.checkpoint = aSigner().note(tree, tree.size)));
    finds('unproved', ({ log }) => (log.checkpoint = log.checkpoint.slice(0, -12)));
    finds('unproved', (log) => changeReceipt(log, { key: aSigner().vkey }));
  });

  it('a receipt has no proof, or one whose path leads elsewhere, or of another ballot', () => {
    finds('unproved', (log) => changeReceipt(log, { proof: undefined }));
    finds('unproved', (log) => {
      const { proof = '' } = (log.claims[0]?.receipt ?? {}) as { proof?: string };
      const lines = proof.split('\n');
      changeReceipt(log, { proof: [...lines.slice(0, 3), lines[4], lines[3], ...lines.slice(5)].join('\n') });
    });
    finds('unproved', (log) => changeReceipt(log, log.claims[1]?.receipt as object));
  });

  it('a receipt does not open to what was chosen', () => {
    finds('unproved', (log) => changeReceipt(log, { salt: 'AAAAAAAAAAAAAAAAAAAAAA' }));
  });

  it('an opening is of another choice', () => {
    finds(
      'unproved',
      ({ log }) => (log.openings = log.openings.map((one) => one && [one[0], 'plurality:9'])),
    );
  });

  it('the close is missing, is there twice, or comes before a ballot', () => {
    const close = ({ log }: MadeLog) => log.entries.findIndex((entry) => entry.includes('close'));
    finds('lost', (log) => changeEntry(log, close(log), () => '{"type":"erasure"}'));
    finds('doubled', ({ log }) => (log.entries = [...log.entries, ...log.entries.slice(-2)]));
    finds('late', ({ log }) => (log.entries = [...log.entries, log.entries[1] ?? '']));
  });

  it('the close or the proclamation say otherwise than the ballots', () => {
    const last = VOTES.length + 2;
    finds('miscounted', (log) =>
      changeEntry(log, last - 1, (entry) => entry.replace('"voters":5', '"voters":6')),
    );
    finds('miscounted', (log) =>
      changeEntry(log, last - 1, (entry) => entry.replace('"counted":5', '"counted":4')),
    );
    finds('miscounted', (log) => changeEntry(log, last, (entry) => entry.replace('[3,1,1]', '[2,2,1]')));
  });
});
