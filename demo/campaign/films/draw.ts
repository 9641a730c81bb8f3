/**
 * Draws the candidates' films: `tsx demo/campaign/films/draw.ts`, with ffmpeg on the machine. The films
 * are in the repository; this is how they were made. Silent, so that there is nothing to caption: the
 * slogan is the picture.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Page } from 'puppeteer-core';
import { parse } from 'yaml';
import { findBrowser } from '../../../scripts/browser.js';
import type { Election } from 'voix';
import { INK, mixed, PAPER } from '../palette.js';
import { portrait, readSitters } from '../portraits.js';

const FRAMES_PER_SECOND = 15;
const SECONDS = 6;
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** One frame's page: the words that are there by `t` (0 to 1), the person rising into the picture. */
function frame(
  t: number,
  election: Election,
  drawing: string,
  name: string,
  town: string,
  slogan: string,
): string {
  const words = slogan.split(' ');
  const eased = (from: number, to: number): number => {
    const part = Math.min(1, Math.max(0, (t - from) / (to - from)));
    return 1 - (1 - part) ** 3;
  };
  const text = words.map((word, i) => {
    const shown = eased(0.08 + (0.5 * i) / words.length, 0.18 + (0.5 * i) / words.length);
    return `<span style="opacity:${shown};top:${(1 - shown) * 12}px">${word}</span>`;
  });
  const ground = mixed(election.brand.colour ?? INK, PAPER, 0.22);
  return `<body style="background:${ground};color:${INK}">
    <div class="person" style="transform:translateY(${(1 - eased(0, 0.2)) * 360 + Math.sin(t * 14) * 2}px)">${drawing}</div>
    <p class="slogan">${text.join(' ')}</p>
    <p class="name" style="opacity:${eased(0.66, 0.76)}"><b>${name}</b><br>${town}</p>
    <i style="background:${election.brand.colour};transform:scaleX(${t})"></i></body>`;
}

const style = (font: string): string => `
  @font-face { font-family: F; font-weight: 200 800; font-stretch: 75% 100%; src: url(data:font/woff2;base64,${font}); }
  * { margin: 0; box-sizing: border-box; }
  body { width: 640px; height: 360px; overflow: hidden; position: relative; font: 16px F; }
  .person { position: absolute; left: 0; bottom: 0; height: 360px; }
  .person svg { height: 360px; width: 288px; display: block; overflow: visible; }
  .slogan { position: absolute; left: 306px; right: 26px; top: 54px; font: 700 31px/1.12 F; font-stretch: 88%; letter-spacing: -.01em; }
  .slogan span { position: relative; }
  .name { position: absolute; left: 306px; bottom: 40px; line-height: 1.3; }
  i { position: absolute; left: 0; right: 0; bottom: 0; height: 5px; transform-origin: 0 0; }`;

async function film(
  page: Page,
  election: Election,
  candidate: Election['candidates'][number],
  drawing: string,
  to: string,
): Promise<void> {
  const ffmpeg = spawn(
    'ffmpeg',
    [
      '-y',
      '-loglevel',
      'error',
      '-f',
      'image2pipe',
      '-framerate',
      String(FRAMES_PER_SECOND),
      '-i',
      '-',
    ].concat(
      ['-c:v', 'libx264', '-preset', 'veryslow', '-crf', '26', '-pix_fmt', 'yuv420p', '-map_metadata', '-1'],
      ['-fflags', '+bitexact', '-flags:v', '+bitexact', '-movflags', '+faststart', to],
    ),
    { stdio: ['pipe', 'inherit', 'inherit'] },
  );
  const total = FRAMES_PER_SECOND * SECONDS;
  for (let i = 0; i < total; i++) {
    const { name, town = '', slogan = '' } = candidate;
    const body = frame((i + 1) / total, election, drawing, name, town, slogan);
    await page.evaluate((html) => (document.body.outerHTML = html), body);
    ffmpeg.stdin.write(await page.screenshot({ type: 'png' }));
  }
  ffmpeg.stdin.end();
  const [code] = (await once(ffmpeg, 'close')) as [number];
  if (code !== 0) throw new Error(`ffmpeg left ${to} with ${code}`);
}

const sitters = await readSitters();
const font = here(
  '../../../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wdth-normal.woff2',
);
const browser = await puppeteer.launch(await findBrowser());
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 640, height: 360 });
  await page.setContent(`<style>${style(await readFile(font, 'base64'))}</style><body></body>`);
  for (const name of await readdir(here('../elections'))) {
    const election = parse(await readFile(here(`../elections/${name}`), 'utf8')) as Election;
    for (const candidate of election.candidates) {
      const sitter = sitters[election.id]?.[candidate.id];
      if (candidate.video?.provider !== 'file' || !sitter) continue;
      const drawing = portrait(candidate.id, sitter, election.brand.colour ?? INK);
      await film(
        page,
        election,
        candidate,
        drawing,
        here(`.${candidate.video.id.replace('/campaign/films', '')}`),
      );
    }
  }
} finally {
  await browser.close();
}
