/**
 * The files that a browser loads: the script tag's (`dist/voix.js`, `dist/chunks/`) and the demo pages'
 * (`dist/demo/`). What npm serves is emitted by `scripts/build.ts`, one file for one file.
 */
import { existsSync, readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { transformSync } from 'esbuild';
import esbuild from 'rollup-plugin-esbuild';
import literals from 'rollup-plugin-html-literals';

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

/**
 * What Lit keeps for browsers too old to read these styles, and for decorators, is left out. Where a newer
 * Lit says it otherwise the build fails, and this list is to be looked at again.
 */
const CUTS = {
  'css-tag.js': [
    [/\w+\.ShadowRoot&&.*?"replace"in CSSStyleSheet\.prototype/, 'true'],
    [/Error\("Value passed to 'css'.*?security\."\)/, 'Error()'],
  ],
  'reactive-element.js': [
    [/\w+\.reactiveElementPolyfillSupport/, 'void 0'],
    [/Symbol\.metadata\?\?=.*?new WeakMap;/, ';'],
    [/this\[Symbol\.metadata\]/, 'null'],
  ],
  'lit-html.js': [[/\w+\.litHtmlPolyfillSupport/, 'void 0']],
  'lit-element.js': [
    [/\w+\.litElementHydrateSupport/, '(void 0)'],
    [/\w+\.litElementPolyfillSupport/, 'void 0'],
  ],
};

const lean = {
  name: 'lean',
  transform(code, id) {
    const isLit = /node_modules\/(@lit\/reactive-element|lit-html|lit-element\/)/.test(id);
    const cuts = isLit ? (CUTS[basename(id)] ?? []) : [];
    for (const [what] of cuts) if (!what.test(code)) this.error(`${what} is not in ${id}`);
    return { code: cuts.reduce((text, [what, instead]) => text.replace(what, instead), code), map: null };
  },
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

const plugins = [
  ownName,
  sources,
  nodeResolve(),
  lean,
  literals({ options: { minifyOptions: { minifyCSS, removeAttributeQuotes: true } } }),
  esbuild({ target: 'es2022' }),
  terser({
    module: true,
    ecma: 2022,
    compress: { passes: 3, unsafe_arrows: true },
    format: { comments: false, quote_style: 2 },
  }),
];

/**
 * `voix.js` is a line that loads the real entry, so that everything behind it can be cached for ever.
 * It means the same in a module as in a classic script, where `import.meta` is an error and, from another
 * origin, a relative import has nothing to be relative to.
 */
const loader = {
  name: 'loader',
  generateBundle(_, bundle) {
    const main = Object.values(bundle).find((chunk) => chunk.facadeModuleId?.endsWith('browser.ts'));
    this.emitFile({
      type: 'asset',
      fileName: 'voix.js',
      source: `{const s=document.currentScript;import(s?new URL("${main.fileName}",s.src).href:"./${main.fileName}")}\n`,
    });
  },
};

/**
 * What every visitor needs is one file, and what every watcher of results needs another: smaller than
 * their parts, and one request each.
 */
const manualChunks = (id) =>
  /src\/(adapters\/http\/http|browser)\.ts$/.test(id)
    ? 'main'
    : /src\/(elements\/voix-results\/(voix-results|rows|lead-news)|store\/follow|adapters\/http\/live)\.ts$/.test(
          id,
        )
      ? 'results'
      : undefined;

const scriptTag = {
  input: { main: 'src/browser.ts' },
  plugins: [...plugins, loader],
  output: {
    dir: 'dist',
    format: 'es',
    entryFileNames: 'chunks/[name].[hash:6].js',
    chunkFileNames: 'chunks/[name].[hash:6].js',
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
  plugins,
  output: {
    dir: 'dist/demo',
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].[hash:6].js',
  },
};

export default pageScripts.length ? [scriptTag, demo] : [scriptTag];
