import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { trackingCode } from '../../src/log/code.js';
import type { Receipt } from '../../src/model/ballot.js';
import { aVote, plurality } from '../server/support/backend.js';
import { startVoix, voix, voixHere } from './command.js';
import { openElection, writeElection } from './election.js';
import { temporaryFolder } from './support.js';

describe('decisions about ballots', () => {
  it('are taken while voting goes on, by the code that the voter has; the count follows, and the log says why', async () => {
    const folder = await temporaryFolder();
    const data = join(folder, 'data');
    const server = startVoix([
      'serve',
      await writeElection(folder, openElection()),
      '--data',
      data,
      '--port',
      '0',
    ]);
    const backend = await server.line(/at (http:\/\/[^\s]+) \(/);
    const counts = async () => {
      const answer = await fetch(`${backend}/elections/bakery/results`);
      return ((await answer.json()) as { results: { counts: unknown } }).results.counts;
    };
    const receipts: Receipt[] = [];
    for (const voter of [1, 2, 3]) {
      const { headers, body } = aVote('bakery', { voter, choice: plurality('amina') });
      const init = { method: 'POST', headers, body: await new Response(body).text() };
      receipts.push((await (await fetch(`${backend}/elections/bakery/ballots`, init)).json()) as Receipt);
    }
    const { sequence = 0, ballot = '' } = receipts[1] ?? {};
    const code = trackingCode(sequence, ballot) ?? '';
    const args = (which: string, reason: string) => ['bakery', which, '--reason', reason, '--data', data];
    const decide = (what: string, which: string, reason = 'automation') =>
      voixHere(what, ...args(which, reason));

    const reviewed = await voix('review', ...args(code.toLowerCase(), 'automation'));
    assert.equal(reviewed.stderr, '');
    assert.equal(
      reviewed.stdout,
      `Ballot ${ballot} is under review: it does not count until that is decided (entry 4 of the log, automation).\n`,
    );
    assert.deepEqual(await counts(), { amina: 2 });
    assert.match((await decide('invalidate', ballot)).stdout, /does not count \(entry 5/);
    assert.deepEqual(await counts(), { amina: 2 });
    const out = join(folder, 'export');
    const exported = await voixHere('export', '--data', data, '--out', out);
    assert.equal(exported.stderr, '');
    assert.match(exported.stdout, /: 2 ballots\n$/);
    const states = (await readFile(join(out, 'bakery', 'ballots.csv'), 'utf8')).trim().split(/\r?\n/);
    assert.deepEqual(
      states.filter((line) => !line.endsWith(',')).map((line) => line.replace(/^.*,(.*),amina,/, '$1 ')),
      ['sequence,ballot,hour,tier,choice,replaces,state', 'device ,invalidated'],
    );
    assert.match((await decide('reinstate', code, 'error')).stdout, /counts \(entry 6 of the log, error\)/);
    assert.deepEqual(await counts(), { amina: 3 });

    const audited = await voixHere('audit', backend);
    assert.equal(audited.code, 0, audited.stdout);
    assert.match((await decide('review', '9-ZZZZZZ')).stderr, /ballot-unknown/);
    assert.match((await decide('review', 'AAAAAAAAAAAAAAAAAAAAAA')).stderr, /ballot-unknown/);
    assert.match(
      (await decide('review', ballot, 'dislike')).stderr,
      /`dislike` is not a reason\. There are: duplicate-person, /,
    );
    const elsewhere = await voixHere('review', 'nobody', ballot, '--reason', 'error', '--data', data);
    assert.match(elsewhere.stderr, /election-unknown/);
    const nowhere = await voix(
      'review',
      'bakery',
      ballot,
      '--reason',
      'error',
      '--data',
      join(folder, 'none'),
    );
    assert.match(nowhere.stderr, /^voix: There is no database in /);
    server.process.kill('SIGTERM');
    assert.equal((await server.ended).code, 0);
  });
});
