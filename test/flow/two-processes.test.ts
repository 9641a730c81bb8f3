/** Two server processes on one database: what is voted on one moves the bar of a page on the other, and each may die. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { BrowserContext, Page } from 'puppeteer-core';
import { openElection } from '../cli/election.js';
import { startBalancer, type Balancer } from '../support/balancer.js';
import { startPostgres, type TestDatabase } from '../support/postgres.js';
import {
  brandPage,
  button,
  forget,
  launch,
  pasted,
  reads,
  startBackend,
  temporary,
  watchedPage,
  type Backend,
  type BrandPage,
} from './site.js';

const election = openElection();

describe('two processes behind a load balancer', () => {
  let folder: string;
  let database: TestDatabase;
  let processes: { one: Backend; two: Backend };
  let balancer: Balancer;
  let brand: BrandPage;
  let browsers: BrowserContext[];

  const begin = (port?: number) =>
    startBackend(election, folder, port, {
      DATABASE_URL: database.url,
      VOIX_SECRET: 'a secret that is long enough for this purpose',
    });

  before(async () => {
    [folder, database] = await Promise.all([temporary(), startPostgres()]);
    processes = { one: await begin(), two: await begin() };
    balancer = await startBalancer([]);
    brand = await brandPage(balancer.url, pasted(balancer.url, election.id));
    browsers = await Promise.all([launch(), launch(), launch()]);
  });

  after(async () => {
    await Promise.all(browsers.map((browser) => browser.close()));
    brand.close();
    balancer.close();
    await Promise.all([processes.one.kill(), processes.two.kill()]);
    await database.stop();
    await forget(folder);
  });

  /** A page of a browser of its own, all of whose connections are to this process. */
  async function openAt(browser: BrowserContext | undefined, { url }: Backend): Promise<Page> {
    assert.ok(browser);
    balancer.servers = [url];
    const { page } = await watchedPage(browser);
    await page.goto(brand.url);
    await reads(page, 'en direct');
    return page;
  }

  async function voteFor(page: Page, candidate: string): Promise<void> {
    await button(page, `Voter pour ${candidate}`).click();
    await button(page, 'Glisser dans l’urne').click();
    await reads(page, 'Votre bulletin est dans l’urne.');
    await button(page, 'Fermer').click();
  }

  it('carry a vote from one to a page on the other; when one dies, its pages go on with the other', async () => {
    const { one, two } = processes;
    const watcher = await openAt(browsers[0], two);
    const first = await openAt(browsers[1], one);
    const second = await openAt(browsers[2], one);
    await voteFor(first, 'Amina Belkacem');
    await reads(watcher, '1 voix');

    // The voter's process dies: the ballot finds its way to the other.
    balancer.servers = [one.url, two.url];
    await one.kill();
    await voteFor(second, 'Amina Belkacem');
    await reads(watcher, '2 voix');

    // The watcher's process dies: the page finds its way back, and misses nothing.
    processes.one = await begin(Number(new URL(one.url).port));
    await two.kill();
    await button(first, 'Changer pour Bruno "Pain" Costa, baker').click();
    await button(first, 'Glisser dans l’urne').click();
    await reads(first, 'Votre bulletin est dans l’urne.');
    await reads(watcher, 'en direct');
    await reads(watcher, '50,0 %');

    const answer = await fetch(`${processes.one.url}/elections/${election.id}/results`);
    const { results } = (await answer.json()) as { results: { ballots: number; counts: object } };
    assert.equal(results.ballots, 2);
    assert.deepEqual(results.counts, { amina: 1, bruno: 1 });
    processes.two = await begin();
  });
});
