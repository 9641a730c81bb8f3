import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { ElectionError } from '../../../src/model/errors.js';
import { GroupCommit, MAX_BATCH } from '../../../src/server/storage/group-commit.js';

/** A commit that the test ends; it answers each item with itself. */
function heldCommit() {
  const batches: { items: readonly number[]; end: () => void; fail: (error: Error) => void }[] = [];
  const commit = (items: readonly number[]): Promise<number[]> =>
    new Promise((resolve, reject) => {
      batches.push({ items, end: () => resolve([...items]), fail: reject });
    });
  return { batches, commit };
}

describe('GroupCommit', () => {
  it('commits one alone at once; what comes meanwhile goes into the next one together, in its order', async () => {
    const { batches, commit } = heldCommit();
    const commits = new GroupCommit(commit);
    const first = commits.add('', 1);
    await turn();
    const others = [2, 3, 4].map((n) => commits.add('', n));
    await turn();
    assert.deepEqual(
      batches.map(({ items }) => items),
      [[1]],
    );
    batches[0]?.end();
    assert.equal(await first, 1);
    await turn();
    assert.deepEqual(
      batches.map(({ items }) => items),
      [[1], [2, 3, 4]],
    );
    batches[1]?.end();
    assert.deepEqual(await Promise.all(others), [2, 3, 4]);
  });

  it('begins the next commit before those of the one before are answered', async () => {
    const { batches, commit } = heldCommit();
    const commits = new GroupCommit(commit);
    const first = commits.add('', 1);
    await turn();
    const second = commits.add('', 2);
    batches[0]?.end();
    await first;
    assert.equal(batches.length, 2);
    batches[1]?.end();
    assert.equal(await second, 2);
  });

  it('takes no more than a batch at once', async () => {
    const sizes: number[] = [];
    const commits = new GroupCommit(async (items: readonly number[]) => {
      sizes.push(items.length);
      return items;
    });
    await Promise.all(Array.from({ length: 2 * MAX_BATCH + 1 }, (_, n) => commits.add('', n)));
    assert.deepEqual(sizes, [MAX_BATCH, MAX_BATCH, 1]);
  });

  it('lanes do not wait for each other', async () => {
    const { batches, commit } = heldCommit();
    const commits = new GroupCommit(commit);
    void commits.add('a', 1);
    const other = commits.add('b', 2);
    await turn();
    batches[1]?.end();
    assert.equal(await other, 2);
  });

  it('refuses whoever comes while a commit has been under way for too long; those who wait are not forgotten', async (t) => {
    let now = 0;
    t.mock.method(performance, 'now', () => now);
    const { batches, commit } = heldCommit();
    const commits = new GroupCommit(commit);
    const first = commits.add('', 1);
    await turn();
    now = 3000;
    const second = commits.add('', 2);
    now = 3001;
    await assert.rejects(commits.add('', 3), { code: 'overloaded', retryAfter: 1000 });
    const elsewhere = commits.add('other', 4);
    await turn();
    batches[0]?.end();
    assert.equal(await first, 1);
    await turn();
    const third = commits.add('', 5);
    await turn();
    for (const { end } of batches) end();
    await turn();
    for (const { end } of batches) end();
    assert.deepEqual(await Promise.all([second, third, elsewhere]), [2, 5, 4]);
  });

  it('refuses what is more than may wait, at once, and takes again when there is room', async () => {
    const { batches, commit } = heldCommit();
    const commits = new GroupCommit(commit, 2);
    void commits.add('a', 0);
    await turn();
    void commits.add('a', 1);
    void commits.add('a', 2);
    await assert.rejects(commits.add('b', 3), { code: 'overloaded', retryAfter: 1000 });
    batches[0]?.end();
    await turn();
    const later = commits.add('b', 3);
    await turn();
    assert.deepEqual(
      batches.map(({ items }) => items),
      [[0], [1, 2], [3]],
    );
    batches[2]?.end();
    assert.equal(await later, 3);
  });

  it('an item refused alone rejects alone', async () => {
    const refusal = new ElectionError('election-unknown');
    const commits = new GroupCommit(async (items: readonly number[]) =>
      items.map((n) => (n === 2 ? refusal : n)),
    );
    const answers = await Promise.allSettled([1, 2, 3].map((n) => commits.add('', n)));
    assert.deepEqual(
      answers.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
    assert.equal(answers[1]?.status === 'rejected' && answers[1].reason, refusal);
  });

  it('a commit that fails rejects all of its batch with storage-failed, and the next one is tried', async () => {
    const { batches, commit } = heldCommit();
    const commits = new GroupCommit(commit);
    const failing = [1, 2].map((n) => commits.add('', n));
    await turn();
    const next = commits.add('', 3);
    const cause = new Error('disk I/O error');
    batches[0]?.fail(cause);
    for (const each of failing) await assert.rejects(each, { code: 'storage-failed', cause });
    await turn();
    batches[1]?.end();
    assert.equal(await next, 3);
  });

  it('a commit that throws, or forgets an answer, leaves nobody without one', async () => {
    const throwing = new GroupCommit<number, number>(() => {
      throw new TypeError('no database');
    });
    await assert.rejects(throwing.add('', 1), { code: 'storage-failed' });
    const forgetful = new GroupCommit<number, number>(async () => []);
    await assert.rejects(forgetful.add('', 1), { code: 'internal' });
  });

  it('closing waits for all that was added, and refuses what comes after', async () => {
    const { batches, commit } = heldCommit();
    const commits = new GroupCommit(commit);
    const added = [commits.add('a', 1), commits.add('b', 2)];
    await turn();
    added.push(commits.add('a', 3));
    let closed = false;
    const closing = commits.close().then(() => (closed = true));
    await assert.rejects(commits.add('a', 4), { code: 'overloaded' });
    batches.forEach(({ end }) => end());
    await turn();
    assert.equal(closed, false);
    batches.forEach(({ end }) => end());
    await closing;
    assert.deepEqual(await Promise.all(added), [1, 2, 3]);
  });
});
