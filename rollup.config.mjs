/**
 * The files that a browser loads: the script tag's (`dist/voix.js`, `dist/chunks/`), the desk's of the brand's people
 * (`dist/admin/`) and the demo pages'
 * (`dist/demo/`). What npm serves is emitted by `scripts/build.ts`, one file for one file.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { transformSync } from 'esbuild';
import esbuild, { minify } from 'rollup-plugin-esbuild';
import literals from 'rollup-plugin-html-literals';
import { lean } from './scripts/lean.mjs';

/** Imports say `.js`, as Node and browsers need it; the sources are `.ts`. */
const sources = {
  name: 'sources',
  resolveId(id, from) {
    if (!from || !id.startsWith('.') || !id.endsWith('.js')) return null;
    const source = resolve(from, '..', id.replace(/\.js$/, '.ts'));
    return existsSync(source) ? source : null;
  },
};

const OWN = {
  voix: 'src/index.ts',
  'voix/adapters/http': 'src/adapters/http/http.ts',
  'voix/adapters/memory': 'src/adapters/memory/memory.ts',
};

/** Inside the repository the package's own name means its sources. */
const ownName = {
  name: 'own-name',
  resolveId: (id) => (id in OWN ? resolve(OWN[id]) : null),
};

/** Styles as short as esbuild makes them. They are given as they are written: their escapes are JavaScript's. */
const minifyCSS = (css) =>
  transformSync(
    css.replace(/\\u(\w{4})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))),
    {
      loader: 'css',
      minify: true,
      charset: 'utf8',
    },
  )
    .code.trim()
    .replace(/(--[\w-]+): /g, '$1:');

const leanLit = { name: 'lean-lit', transform: (code, id) => ({ code: lean(code, id), map: null }) };

const templates = literals({ options: { minifyOptions: { minifyCSS, removeAttributeQuotes: true } } });
/** A file without a template has nothing to shorten; to find that out, the whole of it would be parsed. */
const shortTemplates = {
  ...templates,
  transform(code, id) {
    return /(html|svg|css)`/i.test(code) ? templates.transform.call(this, code, id) : null;
  },
};

const sourcePlugins = [
  ownName,
  sources,
  nodeResolve({ exportConditions: ['development'] }),
  leanLit,
  shortTemplates,
  esbuild({ target: 'es2022' }),
];

/** As few bytes as can be: for the scripts that every visitor loads. */
const smallest = [
  ...sourcePlugins,
  terser({
    module: true,
    ecma: 2022,
    compress: { passes: 3, unsafe_arrows: true, pure_getters: true },
    mangle: { properties: { regex: /^_(?!_proto__$|\$lit)/, keep_quoted: true } },
    format: { comments: false, quote_style: 2 },
  }),
];

/** Nearly as few, in a tenth of the time. */
const small = [...sourcePlugins, minify({ target: 'es2022', legalComments: 'none' })];

/**
 * `voix.js` is a line that loads the real entry. Everything behind it stands in a folder of its own name for
 * what it holds, so that it can be cached for ever; a hash in each file's name would be read by every visitor.
 * The line means the same in a module as in a classic script, where `import.meta` is an error and, from another
 * origin, a relative import has nothing to be relative to.
 */
const loader = {
  name: 'loader',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle);
    const hash = createHash('sha256');
    for (const { code } of chunks) hash.update(code);
    const folder = `chunks/${hash.digest('hex').slice(0, 8)}`;
    for (const chunk of chunks) chunk.fileName = `${folder}/${chunk.fileName}`;
    this.emitFile({
      type: 'asset',
      fileName: 'voix.js',
      source: `{const s=document.currentScript,m="./${folder}/main.js";import(s?new URL(m,s.src):m)}\n`,
    });
  },
};

/**
 * What every visitor needs is one file; what every watcher of results needs another; and what verifies a receipt
 * one that comes while the ballot is on its way, for the stub asks for it too: smaller than their parts, and one
 * request each.
 */
const CHUNKS = {
  main: /src\/(adapters\/http\/http|browser)\.ts$/,
  results:
    /src\/(elements\/voix-results\/(voix-results|rows|lead-news)|store\/follow|adapters\/http\/live)\.ts$/,
  proof: /src\/log\/(check|code)\.ts$/,
};
const manualChunks = (id) => Object.keys(CHUNKS).find((name) => CHUNKS[name].test(id));

const scriptTag = {
  input: { main: 'src/browser.ts' },
  plugins: [...smallest, loader],
  output: {
    dir: 'dist',
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    manualChunks,
  },
};

/** The scripts of the demo's pages: every `.ts` in a page's folder that a page names. */
const pageScripts = ['page', 'studio']
  .filter((folder) => existsSync(`demo/${folder}`))
  .flatMap((folder) => readdirSync(`demo/${folder}`).map((name) => `${folder}/${name}`))
  .filter((name) => name.endsWith('.ts'));

const demo = {
  input: Object.fromEntries(pageScripts.map((name) => [name.replace(/\.ts$/, ''), `demo/${name}`])),
  plugins: small,
  output: {
    dir: 'dist/demo',
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].[hash:6].js',
  },
};

/** The page of the brand's people: `dist/admin/`, which no visitor loads. */
const admin = {
  input: { admin: 'src/admin/page/main.ts' },
  plugins: [
    ...small,
    {
      name: 'admin-page',
      generateBundle() {
        for (const fileName of ['index.html', 'admin.css'])
          this.emitFile({
            type: 'asset',
            fileName,
            source: readFileSync(`src/admin/page/${fileName}`, 'utf8'),
          });
      },
    },
  ],
  output: {
    dir: 'dist/admin',
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].[hash:8].js',
  },
};

export default pageScripts.length ? [scriptTag, admin, demo] : [scriptTag, admin];
