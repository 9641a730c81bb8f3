/** A page in a real browser, for what is measured there. */
import { build } from 'esbuild';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../scripts/browser.js';

/**
 * What the page's `run(times)` gives, at 4× CPU throttling.
 * @param script the page's, bundled from its sources
 * @param style of the page, where it has any
 */
export async function runThrottled(script: string, times: number, style = ''): Promise<unknown> {
  const files = await bundle(script);
  const server = createServer(({ url = '' }, response) => {
    const file = files.get(url);
    const type = file ? 'text/javascript' : url === '/page.css' ? 'text/css' : 'text/html';
    response.setHeader('content-type', type);
    response.end(file ?? (type === 'text/css' ? style : PAGE));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await puppeteer.launch(await findBrowser());
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction('typeof run === "function"');
    await page.emulateCPUThrottling(4);
    return await page.evaluate(`run(${times})`);
  } finally {
    await browser.close();
    server.close();
  }
}

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>
<link rel="stylesheet" href="/page.css"><body><script type="module" src="/page.js"></script>`;

async function bundle(script: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const { outputFiles } = await build({
    entryPoints: [script],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    // The package says which of its built files do something by being imported; these are the sources.
    ignoreAnnotations: true,
    splitting: true,
    outdir: 'out',
    write: false,
  });
  return new Map(outputFiles.map((file) => [`/${file.path.split(/[\\/]/).pop()}`, file.contents]));
}
