/**
 * Compiles every source into `compiled/`, file by file and in the same folders. The tests, the benches and the storm
 * run from there: they start many processes and threads, each of which would otherwise compile what it needs
 * again. Types are not checked: `npm run types` does.
 */
import { build, type Plugin } from 'esbuild';
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';

const OUT = 'compiled';
const FOLDERS = ['src', 'demo', 'test', 'bench', 'scripts'];

const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)) as {
  config: { compilerOptions: { paths: Readonly<Record<string, readonly string[]>> } };
};
const { paths } = config.compilerOptions;

/** Three hundred files, which every process and every thread that opens a database would read: put into one. */
const PUT_TOGETHER = 'kysely';

/** Leaves every import to Node, but for the package's own name: that is its sources, as for the types. */
const imports: Plugin = {
  name: 'imports',
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ kind, path, importer }) => {
      if (kind === 'entry-point' || importer.includes('node_modules')) return undefined;
      const source = path === PUT_TOGETHER ? `${path}.js` : paths[path]?.[0];
      if (source === undefined) return { path, external: true };
      const there = relative(dirname(importer), source).replaceAll(sep, '/').replace(/\.ts$/, '.js');
      return { path: there.startsWith('.') ? there : `./${there}`, external: true };
    });
  },
};

rmSync(OUT, { recursive: true, force: true });
await build({
  entryPoints: [
    { in: PUT_TOGETHER, out: PUT_TOGETHER },
    ...FOLDERS.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
        .map((name) => join(folder, name))
        .map((name) => ({ in: name, out: name.replace(/\.ts$/, '') })),
    ),
  ],
  outdir: OUT,
  bundle: true,
  plugins: [imports],
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: 'inline',
  sourcesContent: false,
});
