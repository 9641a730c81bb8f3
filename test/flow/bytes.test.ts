/** What a visitor downloads to see an election and to vote in it, measured on the wire of a real visit. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { openElection } from '../cli/election.js';
import { brandPage, button, pasted, reads, watchedPage, siteOf } from './site.js';

/**
 * Bytes of brotli: Lit, one language, the adapter, everything up to the counted vote. It only ever goes down. 13,000,
 * and 300 for a vote that is counted only once its receipt is verified: what verifies comes with the first ballot.
 */
const BUDGET = 13_300;

/** Of the form to stand as a candidate, besides: what the voter's page has loaded it has too. */
const FORM = 12_000;

// The rules that an election has unless it says otherwise: confirmed, standings hidden until one has voted.
const election = openElection({ rules: { ...openElection().rules, visibility: 'until-voted' } });

describe('a visitor', () => {
  const site = siteOf(election);
  let needed: readonly string[];

  it(`sees the election and votes with at most ${BUDGET} bytes of script`, async () => {
    const brand = await brandPage(site.backend.url, pasted(site.backend.url, election.id));
    const { page, scripts } = await watchedPage(site.browser);
    await withoutAround(page);
    await page.goto(brand.url);
    await button(page, 'Voter pour Amina Belkacem').click();
    await button(page, 'Glisser dans l’urne').wait();
    needed = [...scripts.keys()];
    await button(page, 'Glisser dans l’urne').click();
    await reads(page, 'Votre bulletin est dans l’urne.');
    brand.close();
    await assertWithin(BUDGET, needed);
  });

  it(`stands as a candidate with at most ${FORM} bytes more`, async () => {
    const form = `<script async src="${site.backend.url}/voix.js"></script>
      <voix-provider backend="${site.backend.url}" election="${election.id}"><voix-candidacy></voix-candidacy></voix-provider>`;
    const brand = await brandPage(site.backend.url, form);
    const { page, scripts } = await watchedPage(site.browser);
    await page.goto(brand.url);
    // The form itself is drawn before the vote: its script is the same.
    await reads(page, 'Les candidatures sont closes.');
    brand.close();
    await assertWithin(
      FORM,
      [...scripts.keys()].filter((path) => !needed.includes(path)),
    );
  });
});

/** What is around the vote comes once one sees who stands. Without it one sees and votes all the same: it is not needed. */
async function withoutAround(page: Page): Promise<void> {
  await page.setRequestInterception(true);
  page.on(
    'request',
    (request) => void (request.url().endsWith('/around.js') ? request.abort() : request.continue()),
  );
}

async function assertWithin(budget: number, paths: readonly string[]): Promise<void> {
  const sizes = await Promise.all(
    paths.map(async (path) => [path, brotliCompressSync(await readFile(`dist${path}`)).length] as const),
  );
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  console.log(sizes.map(([path, size]) => `${String(size).padStart(6)}  ${path}`).join('\n'));
  console.log(`${String(total).padStart(6)}  in all, of ${budget}`);
  assert.ok(total <= budget, `${total} bytes`);
}
