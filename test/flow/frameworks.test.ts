/**
 * The package in a page made with a framework, as its developer would: bundled from npm's files, tags in the framework's
 * own templates, properties set and events heard by it, on a real server in a real browser.
 */
import assert from 'node:assert/strict';
import { build, type Plugin } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { compileScript, parse } from 'vue/compiler-sfc';
import { openElection } from '../cli/election.js';
import { button, pageHeaders, pageWith, reads, siteOf, voix, watchedPage } from './site.js';

/** What Vue's plugins for bundlers do, told which tags are no components of its own. */
const singleFileComponents: Plugin = {
  name: 'vue',
  setup({ onLoad }) {
    onLoad({ filter: /\.vue$/ }, async ({ path }) => {
      const { descriptor } = parse(await readFile(path, 'utf8'), { filename: path });
      const compilerOptions = { isCustomElement: (tag: string) => tag.startsWith('voix-') };
      const { content } = compileScript(descriptor, {
        id: path,
        inlineTemplate: true,
        templateOptions: { compilerOptions },
      });
      return { contents: content, loader: 'ts' };
    });
  },
};

const election = openElection({
  candidates: ['Amina', 'Bruno', 'Chloe'].map((name) => ({
    id: name.toLowerCase(),
    name,
    manifesto: `${name} has a plan.`,
  })),
});

/** With the policies of Trusted Types that each page needs: Lit's own, where it comes from npm. */
const APPS = [
  { framework: 'React', file: 'react.tsx', policies: 'lit-html' },
  { framework: 'Vue', file: 'vue.ts', policies: 'lit-html vue' },
];

describe('the package', () => {
  const site = siteOf(election);

  for (const [voters, { framework, file, policies }] of APPS.entries())
    describe(`in ${framework}`, () => {
      let brand: Server;
      let page: Page;
      let complaints: string[];

      before(async () => {
        const out = join(site.folder, framework);
        await build({
          entryPoints: { app: join('test', 'flow', 'frameworks', file) },
          outdir: out,
          bundle: true,
          splitting: true,
          format: 'esm',
          jsx: 'automatic',
          // Not the sources, which the types are read from, but what npm serves.
          tsconfigRaw: {},
          define: {
            'process.env.NODE_ENV': '"production"',
            __VUE_OPTIONS_API__: 'false',
            __VUE_PROD_DEVTOOLS__: 'false',
            __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
          },
          plugins: [singleFileComponents],
          logLevel: 'error',
        });
        brand = createServer((request, response) => {
          const path = new URL(request.url ?? '', 'http://brand').pathname;
          if (path.endsWith('.js'))
            readFile(join(out, path)).then(
              (bytes) => response.writeHead(200, { 'content-type': 'text/javascript' }).end(bytes),
              () => response.writeHead(404).end(),
            );
          else
            response
              .writeHead(200, pageHeaders(site.backend.url, { files: "'self'", policies }))
              .end(
                pageWith(
                  `<main data-backend="${site.backend.url}" data-election="${election.id}"></main><script type="module" src="/app.js"></script>`,
                  'en',
                ),
              );
        });
        await new Promise<void>((resolve) => brand.listen(0, '127.0.0.1', resolve));
        ({ page, complaints } = await watchedPage(site.browser));
        await page.goto(`http://127.0.0.1:${(brand.address() as AddressInfo).port}/`);
      });
      after(() => void brand.close());

      it('draws what the framework lays out, once its data is there', async () => {
        for (const { name } of election.candidates) await button(page, `Vote for ${name}`).wait();
        assert.deepEqual(complaints, []);
      });

      it('loses nothing when the framework moves the nodes', async () => {
        const opened = `[...document.querySelectorAll('voix-candidate-card')]
        .filter((card) => card.shadowRoot.querySelector('details')?.open).map(({ candidate }) => candidate.name)`;
        const order = `[...document.querySelectorAll('voix-candidate-card')].map(({ candidate }) => candidate.name)`;
        await page.evaluate(
          `document.querySelector('voix-candidate-card').shadowRoot.querySelector('summary').click()`,
        );
        assert.deepEqual(await page.evaluate(opened), ['Amina']);
        await page.locator('main button').click();
        await page.waitForFunction(`${order}.join() === 'Chloe,Bruno,Amina'`);
        assert.deepEqual(await page.evaluate(opened), ['Amina']);
        for (const { name } of election.candidates) await button(page, `Vote for ${name}`).wait();
      });

      it('casts a vote, which the server counts and the page shows', async () => {
        await button(page, 'Vote for Bruno').click();
        await reads(page, 'Your ballot');
        await button(page, 'Put it in the box').click();
        await reads(page, '100.0%');
        const out = join(site.folder, `${framework} export`);
        await voix('export', '--data', site.backend.data, '--election', election.id, '--out', out);
        const ballots = await readFile(join(out, election.id, 'ballots.csv'), 'utf8');
        assert.equal(ballots.match(/\bbruno\b/g)?.length, voters + 1);
        assert.deepEqual(complaints, []);
      });
    });
});
