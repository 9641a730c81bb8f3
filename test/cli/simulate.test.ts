import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { httpAdapter } from '../../src/adapters/http/http.js';
import { describeFates } from '../../src/cli/simulate.js';
import { startVoix, voix, voixHere } from './command.js';
import { openElection, writeElection } from './election.js';
import { temporaryFolder } from './support.js';

const STORY = `seed: 7
elections:
  bakery: { amina: 30, bruno: 12 }
  market: { ballots: 20, marks: { amina: 20, bruno: 9, chloe: 11 } }
`;

describe('voix simulate and voix export', () => {
  let folder: string;
  let data: string;
  let backend: string;
  before(async () => {
    folder = await temporaryFolder();
    data = join(folder, 'data');
    const bakery = await writeElection(folder, openElection());
    const { rules } = openElection();
    const market = await writeElection(
      folder,
      openElection({ id: 'market', rules: { ...rules, method: { kind: 'approval', max: 2 } } }),
    );
    backend = await startVoix(['serve', bakery, market, '--data', data, '--port', '0']).line(
      /at (http:\/\/[^\s]+) \(/,
    );
  });
  const counts = async (id: string) => {
    const results = await httpAdapter(backend).results(id);
    assert.ok(!results.hidden);
    return { ballots: results.ballots, ...results.counts };
  };

  it('plays a story to its exact end, and playing it again counts nobody twice', async () => {
    const story = join(folder, 'story.yaml');
    await writeFile(story, STORY);
    for (const _time of ['once', 'again']) {
      const { code, stdout } = await voix('simulate', '--backend', backend, '--story', story, '--over', '0');
      assert.equal(code, 0);
      assert.equal(stdout, '62 ballots of 62 accepted, 0 refused.\n');
      assert.deepEqual(await counts('bakery'), { ballots: 42, amina: 30, bruno: 12 });
      assert.deepEqual(await counts('market'), { ballots: 20, amina: 20, bruno: 9, chloe: 11 });
    }
  });

  it('exports ballots and results that add up, without a word on who voted, while the server runs', async () => {
    const out = join(folder, 'out');
    const { code, stdout, stderr } = await voix('export', '--data', data, '--out', out);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /bakery: 42 ballots\n.*market: 20 ballots\n/);

    const csv = (await readFile(join(out, 'market', 'ballots.csv'), 'utf8')).trimEnd().split('\r\n');
    assert.equal(csv[0], 'sequence,ballot,hour,tier,choice,replaces,state');
    const marks: Record<string, number> = {};
    for (const line of csv.slice(1))
      for (const mark of (line.split(',')[4] ?? '').split(' ')) marks[mark] = (marks[mark] ?? 0) + 1;
    assert.deepEqual(marks, { amina: 20, bruno: 9, chloe: 11 });

    const ballots = JSON.parse(await readFile(join(out, 'market', 'ballots.json'), 'utf8')) as object[];
    assert.equal(ballots.length, 20);
    for (const ballot of ballots)
      assert.deepEqual(Object.keys(ballot), [
        'sequence',
        'ballot',
        'at',
        'tier',
        'choice',
        'replaces',
        'state',
      ]);

    const results = await readFile(join(out, 'bakery', 'results.csv'), 'utf8');
    assert.equal(
      results,
      'rank,candidate,name,votes,percent\r\n' +
        '1,amina,Amina Belkacem,30,71.4\r\n' +
        '2,bruno,"Bruno ""Pain"" Costa, baker",12,28.6\r\n' +
        "3,chloe,'=1+1,0,0.0\r\n",
    );
    const json = JSON.parse(await readFile(join(out, 'bakery', 'results.json'), 'utf8')) as {
      ballots: number;
    };
    assert.equal(json.ballots, 42);
  });

  it('shares any number of ballots out among the open elections, over a time', async () => {
    const before = (await counts('bakery')).ballots + (await counts('market')).ballots;
    const begun = performance.now();
    const { code, stdout } = await voixHere(
      'simulate',
      '--backend',
      backend,
      '--ballots',
      '50',
      '--seed',
      '3',
      '--over',
      '2s',
    );
    assert.ok(performance.now() - begun > 1500);
    assert.equal(code, 0, stdout);
    assert.equal(stdout, '50 ballots of 50 accepted, 0 refused.\n');
    assert.equal((await counts('bakery')).ballots + (await counts('market')).ballots, before + 50);
  });

  it('writes all of its numbers alike', () => {
    const fates = { accepted: 1200, 'voting-closed': 1050 };
    assert.equal(
      describeFates({ total: 3500, settled: 2250, fates }),
      '1,200 ballots of 3,500 accepted, 1,050 refused, 1,250 not sent.\n  1,050 voting-closed\n',
    );
  });

  it('says what cannot be played, and why', async () => {
    const down = await voix('simulate', '--backend', 'http://127.0.0.1:9', '--ballots', '1');
    assert.deepEqual(
      [down.code, down.stderr],
      [1, 'voix: No Voix backend answers at http://127.0.0.1:9 [offline]\n'],
    );

    const story = join(folder, 'wrong.yaml');
    await writeFile(story, 'elections:\n  bakery: { amina: many }\n');
    const wrong = await voixHere('simulate', '--backend', backend, '--story', story);
    assert.equal(wrong.code, 1);
    assert.match(wrong.stderr, /wrong\.yaml:2:13 {2}elections\.bakery\.amina\n {2}This must be a number\./);

    await writeFile(story, 'elections:\n  bakery: { nobody: 1 }\n');
    const nobody = await voixHere('simulate', '--backend', backend, '--story', story);
    assert.equal(nobody.code, 1);
    assert.match(nobody.stderr, /\[candidate-unknown\]\n$/);

    await writeFile(story, 'elections:\n  cheese: { amina: 1 }\n');
    const cheese = await voixHere('simulate', '--backend', backend, '--story', story);
    assert.match(cheese.stderr, /\[election-unknown\]\n$/);

    const unknown = await voix('export', '--data', data, '--election', 'cheese', '--out', folder);
    assert.deepEqual([unknown.code, /cheese; there are: bakery, market/.test(unknown.stderr)], [1, true]);
    const nowhere = await voixHere('export', '--data', join(folder, 'nowhere'), '--out', folder);
    assert.match(
      nowhere.stderr,
      /^voix: .*nowhere.voix\.db cannot be opened: there is no such file \[storage-failed\]\n$/,
    );
  });
});
