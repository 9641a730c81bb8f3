/**
 * Runs the tests that need no browser: `npm run test:unit`, or those under some folders with
 * `npm run test:unit -- test/model test/store`. They run as `compile.ts` has compiled them; Node 20's own runner knows
 * no patterns.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startCluster } from '../test/support/postgres-cluster.js';

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

/** One Postgres for all of them, where there are many: each file would start its own. */
const shared =
  wanted.length === 0 && process.env['DATABASE_URL'] === undefined ? await startCluster() : undefined;
const concurrency = wanted.some((folder) => AFTER_BUILD.includes(folder)) ? 1 : 2;
const tests = spawn(
  process.execPath,
  [
    '--enable-source-maps',
    '--test',
    `--test-concurrency=${concurrency}`,
    '--test-reporter=spec',
    ...files.map((file) => join('compiled', file.replace(/\.ts$/, '.js'))),
  ],
  { stdio: 'inherit', env: { ...process.env, ...(shared && { DATABASE_URL: shared.url }) } },
);
const [status] = (await once(tests, 'close')) as [number | null];
await shared?.stop();
process.exitCode = status ?? 1;
