/** Builds `dist/`: `npm run build`. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { sep } from 'node:path';
import ts from 'typescript';

const step = (name: string, run: () => void): void => {
  const start = performance.now();
  run();
  console.log(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
};

const npx = (...command: string[]): void => {
  const { status } = spawnSync('npx', ['--no-install', ...command], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
};

/** One file for one file, with types and source maps: what npm serves. */
function emitModules(): void {
  const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { options, fileNames } = ts.parseJsonConfigFileContent({ ...config, include: ['src'] }, ts.sys, '.');
  const program = ts.createProgram(fileNames, {
    ...options,
    noEmit: false,
    declaration: true,
    rootDir: 'src',
    outDir: 'dist/esm',
  });
  const { emitSkipped, diagnostics } = program.emit();
  const all = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (all.length || emitSkipped) {
    const host = {
      getCurrentDirectory: () => '.',
      getCanonicalFileName: (name: string) => name,
      getNewLine: () => '\n',
    };
    console.error(ts.formatDiagnostics(all, host));
    process.exit(1);
  }
}

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

rmSync('dist', { recursive: true, force: true });
step('modules and types', emitModules);
step('descriptions', () => npx('tsx', 'scripts/describe.ts'));
step('script tag and pages', () => npx('rollup', '--config', '--silent'));
step('verifier', () => npx('tsx', 'scripts/verifier.ts'));
step('demo', () => {
  copyDemo();
  npx('tsx', 'demo/campaign/portraits.ts', 'dist/demo/campaign/portraits');
});
