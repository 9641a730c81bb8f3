/**
 * Runs the tests that need no browser: `npm run test:unit`, or those under some folders with
 * `npm run test:unit -- test/model test/store`. They run as `compile.ts` has
 * compiled them; Node 20's own runner knows no patterns.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** These need what `npm run build` makes, and run after it. */
const AFTER_BUILD = ['test/flow', 'test/package'];

const wanted = process.argv.slice(2);
const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((name) => join('test', name).replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.test.ts'))
  .filter((name) =>
    wanted.length
      ? wanted.some((folder) => name === folder || name.startsWith(`${folder}/`))
      : !AFTER_BUILD.some((folder) => name.startsWith(`${folder}/`)),
  );

const concurrency = wanted.some((folder) => AFTER_BUILD.includes(folder)) ? 1 : 2;
const { status } = spawnSync(
  process.execPath,
  [
    '--enable-source-maps',
    '--test',
    `--test-concurrency=${concurrency}`,
    '--test-reporter=spec',
    ...files.map((file) => join('compiled', file.replace(/\.ts$/, '.js'))),
  ],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
