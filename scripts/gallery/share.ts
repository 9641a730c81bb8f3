/** What a shared link leads to: the card that says whom one came for, and the panel from which it is shared. */
import type { Browser } from 'puppeteer-core';
import type { Demo } from '../demo.js';
import { isWanted, LOOKS, newVisitor, takeEveryLook } from './camera.js';

export async function showShare(browser: Browser, demo: Demo): Promise<void> {
  if (!isWanted('share-arrived') && !isWanted('share-panel')) return;
  const page = await newVisitor(browser, LOOKS[0]);
  await page.goto(`${demo.url}/api/elections/traverse/candidates/moussa-diarra`);
  await page.locator('>>> voix-candidate-card >>> .arrived').wait();
  await takeEveryLook(page, 'share-arrived', 'sight');
  // The rehearsal's bar stands over the foot of the page.
  await page.$eval('#repetition', (bar) => bar.remove());
  await page.locator('>>> voix-election >>> .ask + .ask').click();
  await page.locator('>>> voix-share >>> svg').wait();
  await takeEveryLook(page, 'share-panel', 'sight');
  await page.browserContext().close();
}
