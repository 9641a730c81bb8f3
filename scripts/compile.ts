/**
 * Compiles what Node runs of the tests, the benches and the storm into `compiled/`, each program put together with the
 * sources that it needs, at its own place there. They start many processes and threads, each of which would otherwise
 * compile what it needs again, and read some hundred files. Types are not checked: `npm run types` does.
 */
import { build, type Plugin } from 'esbuild';
import { readdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

const OUT = 'compiled';

/** Paths of the sources in a folder. */
const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).replaceAll(sep, '/'))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'));

/** Programs of one group share what is loaded by several of them; what starts most often shares nothing. */
const GROUPS: readonly (readonly string[])[] = [
  sources('test').filter((name) => name.endsWith('.test.ts')),
  ['src/server/storage/sqlite-thread.ts'],
  ['src/server/media/node-heic-thread.ts'],
  ['src/cli/voix.ts', 'test/cli/command-thread.ts'],
  ['test/storm/server.ts'],
  ['demo/server.ts'],
  [
    'test/server/storage/storm.ts',
    ...sources('bench'),
    ...sources('scripts').filter((name) => dirname(name) === 'scripts'),
  ],
];

/** Packages of many files, or of one of which little is used: a start takes a sixth less. The others are left to Node. */
const PUT_TOGETHER =
  /^(kysely|valibot|@valibot\/to-json-schema|hono|@hono\/node-server|yaml|commander)($|\/)/;

/** Packages of before modules ask Node for what is Node's. */
const REQUIRE = [
  "import { createRequire as requiring } from 'node:module';",
  // Put together, since this file is one of those that are told their own place.
  `const require = requiring(${'import.meta'}.url);`,
].join('\n');

/** The package's own name means its sources, as for the types. */
const packages: Plugin = {
  name: 'packages',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ kind, path, importer }) =>
      kind === 'entry-point' ||
      PUT_TOGETHER.test(path) ||
      importer.includes('node_modules') ||
      /^voix($|\/)/.test(path)
        ? undefined
        : { path, external: true },
    );
  },
};

/** A file of the result holds parts of many sources: each is told the place that it would have alone. */
const places: Plugin = {
  name: 'places',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const place = resolve(OUT, relative('.', path)).replace(/\.ts$/, '.js');
      const contents = text
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(place).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(place)));
      return { contents, loader: 'ts' };
    });
  },
};

rmSync(OUT, { recursive: true, force: true });
for (const [index, programs] of GROUPS.entries())
  await build({
    entryPoints: [...programs],
    outdir: OUT,
    outbase: '.',
    bundle: true,
    splitting: true,
    // What package.json says of side effects is said of the build.
    ignoreAnnotations: true,
    banner: { js: REQUIRE },
    chunkNames: `shared/${index}-[hash]`,
    plugins: [packages, places],
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    sourcesContent: false,
  });
