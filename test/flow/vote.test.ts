/** Click → database → the bar of a second browser, on a real server and a real page. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { BrowserContext } from 'puppeteer-core';
import { openElection } from '../cli/election.js';
import {
  brandPage,
  button,
  forget,
  launch,
  pasted,
  reads,
  startBackend,
  temporary,
  voix,
  watchedPage,
  type Backend,
  type BrandPage,
} from './site.js';

const election = openElection();

describe('a vote', () => {
  let folder: string;
  let backend: Backend;
  let brand: BrandPage;
  let browsers: BrowserContext[];

  before(async () => {
    folder = await temporary();
    backend = await startBackend(election, folder);
    brand = await brandPage(backend.url, pasted(backend.url, election.id));
    browsers = await Promise.all([launch(), launch()]);
  });

  after(async () => {
    await Promise.all(browsers.map((browser) => browser.close()));
    brand.close();
    await backend.kill();
    await forget(folder);
  });

  it('goes from a click through the database to the bar of a second browser', async () => {
    const [voter, watcher] = await Promise.all(browsers.map(watchedPage));
    assert.ok(voter && watcher);
    await Promise.all([voter.page.goto(brand.url), watcher.page.goto(brand.url)]);
    await reads(watcher.page, 'L’urne est encore vide');

    await button(voter.page, 'Voter pour Amina Belkacem').click();
    await reads(voter.page, 'Bulletin de vote');
    await button(voter.page, 'Glisser dans l’urne').click();
    await reads(voter.page, 'Votre bulletin est dans l’urne.');
    await button(voter.page, 'Fermer').click();
    await reads(watcher.page, '1 voix');
    await reads(watcher.page, '100,0 %');

    const out = join(folder, 'export');
    await voix('export', '--data', backend.data, '--election', election.id, '--out', out);
    const ballots = (await readFile(join(out, election.id, 'ballots.csv'), 'utf8')).trim().split(/\r?\n/);
    assert.equal(ballots.length, 2, `one ballot under the heading: ${ballots.join(' | ')}`);
    assert.match(ballots[1] ?? '', /amina/);

    for (const { complaints, hosts } of [voter, watcher]) {
      assert.deepEqual(complaints, [], 'the strictest policy, with Trusted Types, has nothing to report');
      assert.deepEqual([...hosts].sort(), [new URL(brand.url).host, new URL(backend.url).host].sort());
    }
  });

  it('is there again after a reload, and may be changed; nothing is kept but what is documented', async () => {
    const page = (await browsers[0]!.pages()).at(-1)!;
    await page.reload();
    await button(page, 'Votre voix').wait();
    await button(page, 'Changer pour Bruno "Pain" Costa, baker').click();
    await button(page, 'Glisser dans l’urne').click();
    await reads(page, 'Votre bulletin est dans l’urne.');
    const keys = await page.evaluate(() => Object.keys(localStorage).sort());
    assert.deepEqual(keys, ['voix:device', `voix:election:${election.id}`]);
    assert.deepEqual(await page.cookies(), []);
    const { results } = (await (await fetch(`${backend.url}/elections/${election.id}/results`)).json()) as {
      results: { ballots: number; counts: Record<string, number> };
    };
    assert.equal(results.ballots, 1);
    assert.equal(results.counts['bruno'], 1);
  });

  it('is kept when the server dies, sent again when it is back, and counts once', async () => {
    const { page } = await watchedPage(browsers[1]!);
    await page.goto(brand.url);
    const vote = button(page, 'Voter pour Amina Belkacem');
    await vote.wait();
    await backend.kill();
    await vote.click();
    await button(page, 'Glisser dans l’urne').click();
    await reads(page, 'il n’est pas encore compté');
    await page.reload().catch(() => undefined);

    backend = await startBackend(election, folder, Number(new URL(backend.url).port));
    await page.goto(brand.url);
    await button(page, 'Votre voix').wait();
    const { results } = (await (await fetch(`${backend.url}/elections/${election.id}/results`)).json()) as {
      results: { ballots: number };
    };
    assert.equal(results.ballots, 2);
  });
});
