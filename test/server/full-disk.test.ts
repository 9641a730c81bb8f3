/** A disk of two megabytes that is full: what is refused is said, and what was kept is there. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { folderMailer } from '../../src/server/mail/node-mailer.js';
import { mediaFolder } from '../../src/server/media/node-folder.js';
import { createElectionServer } from '../../src/server/server.js';
import { openSqlite } from '../../src/server/storage/sqlite.js';
import { anElection, aVote, DURING, PAGE, SECRET, SetClock } from './support/backend.js';
import { assertProblem } from './support/problem.js';

const disk = mkdtempSync(join(tmpdir(), 'voix-disk-'));

/** Only who may mount can have a disk of one's own. */
const isMounted = (() => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

describe('on a full disk', { skip: !isMounted && 'nothing can be mounted here' }, () => {
  const ballast = join(disk, 'ballast');
  const fill = () => {
    for (let size = 2_097_152; size >= 512; size /= 2)
      for (;;)
        try {
          writeFileSync(ballast, new Uint8Array(size), { flag: 'a' });
        } catch {
          break;
        }
  };
  const empty = () => rmSync(ballast, { force: true });

  before(() => empty());
  after(() => {
    execFileSync('umount', ['--lazy', disk]);
    rmSync(disk, { recursive: true, force: true });
  });

  it('a vote is refused with 503 and may be sent again; those before it count, and those after', async () => {
    const clock = new SetClock(DURING);
    const storage = await openSqlite(join(disk, 'voix.db'), { now: () => clock.now() });
    const server = createElectionServer({ storage, clock, secret: SECRET });
    try {
      await storage.putElection({ election: anElection('maison'), origins: [PAGE] });
      assert.equal((await server.fetch(aVote('maison', { voter: 1 }))).status, 201);
      fill();
      const keys = Array.from({ length: 40 }, () => crypto.randomUUID());
      const vote = (voter: number) => server.fetch(aVote('maison', { voter, key: keys[voter]! }));
      let refused = 2;
      for (; refused < 40; refused++) {
        const answer = await vote(refused);
        if (answer.status === 201) continue;
        await assertProblem(answer, 'storage-failed');
        break;
      }
      assert.ok(refused < 40, 'the disk was never full');
      empty();
      assert.equal((await vote(refused)).status, 201, 'sent again, with its key');
      assert.equal((await storage.tally('maison')).ballots, refused, 'nothing is lost, or counted twice');
    } finally {
      empty();
      await server.close();
      await storage.close();
    }
  });

  it('a letter that cannot be laid into the folder fails, to be tried again, and leaves nothing half', async () => {
    const mailer = folderMailer(join(disk, 'mails'), 'voix@brand.test');
    const mail = { to: 'zoe@brand.test', subject: 'Bonjour', text: 'x'.repeat(5000) };
    await mailer.send(mail);
    fill();
    await assert.rejects(mailer.send(mail));
    empty();
    assert.equal(readdirSync(join(disk, 'mails')).length, 1);
    await mailer.send(mail);
    assert.equal(readdirSync(join(disk, 'mails')).length, 2);
  });

  it('a photo is refused, and leaves room to the votes', async () => {
    const store = mediaFolder(join(disk, 'media'));
    await assert.rejects(store.put('ab-320.jpg', new Uint8Array(9), 'image/jpeg'), { code: 'ENOSPC' });
    const tight = mediaFolder(join(disk, 'media'), 0);
    fill();
    await assert.rejects(tight.put('ab-320.jpg', new Uint8Array(9000), 'image/jpeg'), { code: 'ENOSPC' });
    assert.equal(await tight.keptAt('ab-320.jpg'), undefined);
    empty();
    await tight.put('ab-320.jpg', new Uint8Array(9000), 'image/jpeg');
    assert.equal((await tight.get('ab-320.jpg'))?.length, 9000);
  });
});
