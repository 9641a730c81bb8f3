/** Builds `dist/`: `npm run build`. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { sep } from 'node:path';

const step = (name: string, does: () => void): void => {
  const start = performance.now();
  does();
  console.log(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
};

/** Packages' commands are run as files: `npx` takes half a second to find each. */
const TSC = 'node_modules/typescript-native/bin/tsc';
const ROLLUP = 'node_modules/rollup/dist/bin/rollup';

const run = (...[program = '', ...args]: string[]): void => {
  const { status } = spawnSync(program, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};
const script = (file: string, ...args: string[]): void =>
  run(process.execPath, '--import', 'tsx', file, ...args);

/** One file for one file, with types: what npm serves. `npm run types` checks them. */
const emitModules = (): void => run(process.execPath, TSC, '-p', 'tsconfig.build.json', '--noCheck');

/** The brand's own, on the demo's pages alone (OFL). */
const TYPEFACE =
  'node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wdth-normal.woff2';

/** What the demo's pages are made of, but their scripts: those are bundled. */
function copyDemo(): void {
  mkdirSync('dist/demo', { recursive: true });
  cpSync('demo', 'dist/demo', {
    recursive: true,
    filter: (source) =>
      !source.endsWith('.ts') && !source.includes(`${sep}elections`) && !/\.ya?ml$/.test(source),
  });
  cpSync(TYPEFACE, 'dist/demo/fonts/bricolage-grotesque.woff2');
}

/** What the script tag loads, each with the digest by which a page can tell that no byte of it was changed. */
function publishIntegrity(): void {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const chunks = readdirSync('dist/chunks', { recursive: true, encoding: 'utf8' })
    .map((name) => `chunks/${name.replaceAll(sep, '/')}`)
    .filter((name) => name.endsWith('.js'));
  const files = ['voix.js', ...chunks.sort()].map((name) => [
    name,
    `sha384-${createHash('sha384')
      .update(readFileSync(`dist/${name}`))
      .digest('base64')}`,
  ]);
  const entry = chunks.find((name) => name.endsWith('/main.js'));
  const integrity = { version, entry, files: Object.fromEntries(files) };
  writeFileSync('dist/integrity.json', `${JSON.stringify(integrity, null, 2)}\n`);
}

rmSync('dist', { recursive: true, force: true });
step('modules and types', emitModules);
step('descriptions', () => script('scripts/describe.ts'));
step('script tag and pages', () => run(process.execPath, ROLLUP, '--config', '--silent'));
step('digests', publishIntegrity);
step('verifier', () => script('scripts/verifier.ts'));
step('demo', () => {
  copyDemo();
  script('demo/campaign/portraits.ts', 'dist/demo/campaign/portraits');
});
