/** What pictures are taken with: visitors who were never here before, and to whom nothing moves. */
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from '../browser.js';

export const FOLDER = 'pictures';

const WIDTHS = { 390: { height: 844, deviceScaleFactor: 2 }, 1280: { height: 900, deviceScaleFactor: 1 } };
export const LOOKS = [
  { width: 390, scheme: 'light' },
  { width: 390, scheme: 'dark' },
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
] as const;
export type Look = (typeof LOOKS)[number];

const wanted = process.argv.slice(2);
export const takesAll = wanted.length === 0;
export const isWanted = (name: string): boolean => takesAll || wanted.some((word) => name.includes(word));

export const launch = async (): Promise<Browser> => puppeteer.launch(await findBrowser());

/** How the page is seen from now on. */
export async function dress(page: Page, { width, scheme }: Look): Promise<void> {
  await page.setViewport({ width, ...WIDTHS[width] });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
}

export async function newVisitor(browser: Browser, look: Look): Promise<Page> {
  const page = await (await browser.createBrowserContext()).newPage();
  await dress(page, look);
  return page;
}

/** Resolves when all that is in the page has come: parts that are brought in, their pictures, the typeface. */
export async function settled(page: Page): Promise<void> {
  // A live stream and the rehearsal's question are never idle, nor are lazy pictures that nobody scrolls to.
  await page.waitForNetworkIdle({ idleTime: 250, concurrency: 2, timeout: 2000 }).catch(() => undefined);
  await page.waitForFunction(() => {
    const roots: ParentNode[] = [document];
    for (const root of roots)
      for (const element of root.querySelectorAll('*')) {
        if (element.matches(':not(:defined)') && element.checkVisibility()) return false;
        if (element.shadowRoot) roots.push(element.shadowRoot);
        if (element.localName === 'iframe')
          roots.push((element as HTMLIFrameElement).contentDocument ?? document.head);
        if (element.localName === 'img') {
          const image = element as HTMLImageElement;
          image.loading = 'eager';
          if (!image.complete) return false;
        }
      }
    return document.fonts.status === 'loaded';
  });
}

export async function take(
  page: Page,
  name: string,
  { width, scheme }: Pick<Look, 'width'> & { readonly scheme: string },
  fullPage = true,
): Promise<void> {
  if (!isWanted(name)) return;
  await settled(page);
  const path = `${FOLDER}/${name}-${width}-${scheme}.png` as const;
  // The window grows as tall as the page, so that what sticks to its foot is there.
  await page.screenshot({ path, fullPage, captureBeyondViewport: false });
  console.log(path);
}
