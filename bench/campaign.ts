/**
 * The first posters of a campaign of 500 elections at 4× CPU throttling, script and layout. Goal: 100 ms at the median.
 */
import { build } from 'esbuild';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../scripts/browser.js';

const TIMES = 15;

const { outputFiles } = await build({
  entryPoints: ['bench/campaign/page.ts'],
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
const files = new Map(outputFiles.map((file) => [`/${file.path.split(/[\\/]/).pop()}`, file.contents]));
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>
<body><script type="module" src="/page.js"></script>`;

const server = createServer((request, response) => {
  const file = files.get(request.url ?? '');
  response.setHeader('content-type', file ? 'text/javascript' : 'text/html');
  response.end(file ?? PAGE);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

const browser = await puppeteer.launch(await findBrowser());
const page = await browser.newPage();
await page.setViewport({ width: 1280, height: 900 });
await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
await page.waitForFunction('typeof run === "function"');
await page.emulateCPUThrottling(4);
const took = ((await page.evaluate(`run(${TIMES})`)) as number[]).sort((a, b) => a - b);
await browser.close();
server.close();

const at = (share: number): string => (took[Math.floor(took.length * share)] ?? 0).toFixed(1);
console.log(`The first posters of 500 elections, ${TIMES} times, 4× CPU throttling, ms of script + layout`);
console.table({ 'voix-campaign': { median: at(0.5), p95: at(0.95) } });
