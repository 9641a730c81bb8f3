/**
 * Pictures of everything that a visitor may see, from the demo as it is built, into `pictures/`:
 * `npm run pictures`, or only those whose name holds a word with `npm run pictures -- vote`.
 */
import { mkdir, rm } from 'node:fs/promises';
import type { Browser } from 'puppeteer-core';
import { SCENES, type Scene } from '../demo/studio/scenes.js';
import { startDemo, type Demo } from './demo.js';
import { showAround } from './gallery/around.js';
import {
  FOLDER,
  isWanted,
  launch,
  LOOKS,
  newVisitor,
  settled,
  takeEveryLook,
  takesAll,
} from './gallery/camera.js';
import { showDesk } from './gallery/desk.js';
import { showShare } from './gallery/share.js';
import { set } from './gallery/studio.js';

const VOTE = ['2-vote-before', '3-vote-ballot', '4-vote-stub', '5-vote-after', '5-vote-talk'];

/** The brand's page before, during and after the vote. */
async function voteOnce(browser: Browser, demo: Demo): Promise<void> {
  if (!VOTE.some(isWanted)) return;
  const page = await newVisitor(browser, LOOKS[0]);
  await page.goto(demo.url);
  const vote = page.locator('>>> voix-vote-button >>> button');
  await vote.wait();
  await takeEveryLook(page, '2-vote-before');
  await vote.click();
  const cast = page.locator('>>> voix-ballot >>> dialog[open] button.main');
  await cast.wait();
  await takeEveryLook(page, '3-vote-ballot', 'sight');
  await cast.click();
  await page.locator('>>> voix-ballot >>> dialog[open] .stub').wait();
  await takeEveryLook(page, '4-vote-stub', 'sight');
  await page.keyboard.press('Escape');
  await page.locator('>>> voix-results').wait();
  await takeEveryLook(page, '5-vote-after');
  await settled(page);
  await page.locator('>>> voix-candidate-card .ask').click();
  await page.locator('>>> voix-election >>> dialog[open] >>> voix-questions >>> .head').wait();
  await takeEveryLook(page, '5-vote-talk', 'sight');
  await page.browserContext().close();
}

/** The receipt in its states, each by itself. */
async function showReceipt(browser: Browser, demo: Demo): Promise<void> {
  if (!isWanted('receipt')) return;
  const page = await newVisitor(browser, LOOKS[0]);
  await page.goto(demo.url);
  await page.locator('>>> voix-vote-button >>> button').click();
  await page.locator('>>> voix-ballot >>> dialog[open] button.main').click();
  await page.locator('>>> voix-ballot >>> dialog[open] .stub + button').click();
  // The rehearsal's bar stands over the foot of the page.
  await page.$eval('#repetition', (bar) => bar.remove());
  const press = (button: string) => page.locator(`>>> voix-receipt >>> ${button}`).click();
  const picture = (name: string) => takeEveryLook(page, name, { of: '>>> voix-receipt' });
  const code = page.locator('>>> voix-receipt >>> .code').map((element) => element.textContent);
  const own = await code.wait();
  await page.locator('>>> voix-receipt >>> .limits').wait();
  await picture('receipt-verified');
  await press('.deeds .main');
  await page.locator('>>> voix-receipt >>> dl > div:nth-child(5)').wait();
  await picture('receipt-again');
  await page.setOfflineMode(true);
  await press('.deeds .main');
  await picture('receipt-offline');
  await page.setOfflineMode(false);
  await press('.ways button');
  await picture('receipt-form');
  await page.locator('>>> voix-receipt >>> #text').fill('ZZ-000000');
  await press('.deeds .main');
  await picture('receipt-not-found');
  await page.locator('>>> voix-receipt >>> #text').fill(own ?? '');
  await press('.deeds .main');
  await page.locator('>>> voix-receipt >>> .code').wait();
  await picture('receipt-found');
  await page.browserContext().close();
}

/** Every state of the vote, as the studio makes it. */
async function showScenes(browser: Browser, demo: Demo): Promise<void> {
  const page = await newVisitor(browser, LOOKS[0]);
  for (const scene of Object.keys(SCENES) as Scene[]) {
    if (!isWanted(`scene-${scene}`)) continue;
    await set(page, demo, scene);
    await page.locator('voix-election').wait();
    if (scene === 'arrived') await page.locator('main >>> .arrived').wait();
    await takeEveryLook(
      page,
      `scene-${scene}`,
      scene === 'confirming' || scene === 'stub' ? 'sight' : 'page',
    );
  }
  await page.browserContext().close();
}

async function showPages(
  browser: Browser,
  demo: Demo,
  pages: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [name, path] of Object.entries(pages)) {
    if (!isWanted(name)) continue;
    const page = await newVisitor(browser, LOOKS[0]);
    await page.goto(demo.url + path);
    await takeEveryLook(page, name);
    await page.browserContext().close();
  }
}

if (takesAll) await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
const demo = await startDemo();
const browser = await launch();
try {
  await showPages(browser, demo, { '1-announced': '/' });
  await demo.reach(12);
  const vote = async () => {
    await voteOnce(browser, demo);
    await showReceipt(browser, demo);
    await showShare(browser, demo);
    await showDesk(browser, demo);
  };
  const pages = async () => {
    await showPages(browser, demo, {
      '6-wall': '/campagne.html',
      '7-studio': '/studio.html',
      season: '/saison.html',
    });
    await showScenes(browser, demo);
  };
  await Promise.all([vote(), pages(), showAround(browser, demo)]);
  await demo.reach(40);
  await showPages(browser, demo, { '8-proclaimed': '/', '9-wall-proclaimed': '/campagne.html' });
} finally {
  await browser.close();
  await demo.stop();
}
