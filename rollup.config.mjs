/**
 * The files that a browser loads: the script tag's (`dist/voix.js`, `dist/chunks/`) and the demo pages'
 * (`dist/demo/`). What npm serves is emitted by `scripts/build.ts`, one file for one file.
 */
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
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

const plugins = [
  ownName,
  sources,
  nodeResolve(),
  literals({ options: { shouldMinify: ({ source }) => /\b(html|css)`/.test(source) } }),
  esbuild({ target: 'es2022' }),
  terser({ module: true, ecma: 2022, compress: { passes: 3, unsafe_arrows: true }, format: { comments: false } }),
];

/**
 * `voix.js` is a line that loads the real entry, so that it means the same in a classic script as in a
 * module, and so that everything behind it can be cached for ever. What every visitor needs is one file.
 */
const scriptTag = {
  input: { voix: 'src/loader.ts' },
  plugins,
  output: {
    dir: 'dist',
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].[hash].js',
    manualChunks: (id) => (/src\/adapters\/http\/http\.ts$|src\/browser\.ts$/.test(id) ? 'main' : undefined),
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
    chunkFileNames: 'chunks/[name].[hash].js',
  },
};

export default pageScripts.length ? [scriptTag, demo] : [scriptTag];
