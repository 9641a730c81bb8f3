/**
 * Runs the tests that need no browser: `npm run test:unit`, or those under some folders with
 * `npm run test:unit -- test/model test/store`. They run as `compile.ts` has compiled them; Node 20's own runner knows
 * no patterns.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startCluster } from '../test/support/postgres-cluster.js';
import { sourced } from './stack.js';

/** These need what `npm run build` makes, and run after it. */
const AFTER_BUILD = ['test/flow', 'test/package'];

/**
 * Nothing of one file here is seen by another: no clock, no process, no place that both use. Each folder runs in one
 * process, for starting one takes as long as most of these files.
 */
const PURE = [
  'admin',
  'audit',
  'elements',
  'flow',
  'locales',
  'log',
  'model',
  'protocol',
  'server/admin',
  'server/clerk',
  'server/media',
  'server/routes',
  'server/share',
  'server/signing',
  'simulate',
  'store',
  'storm/check',
].map((folder) => `test/${folder}`);

const wanted = process.argv.slice(2);
const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((name) => join('test', name).replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.test.ts'))
  .filter((name) =>
    wanted.length
      ? wanted.some((folder) => name === folder || name.startsWith(`${folder}/`))
      : !AFTER_BUILD.some((folder) => name.startsWith(`${folder}/`)),
  );

/** Milliseconds of a file: one that failed and left something open would otherwise never end. */
const LONGEST = 600_000;

const compiled = (file: string): string => `compiled/${file.replace(/\.ts$/, '.js')}`;

/** A file that imports those of a folder; the folder's only one is itself. */
function together(folder: string): string[] {
  const inside = files.filter((file) => file.startsWith(`${folder}/`));
  if (inside.length < 2) return inside.map(compiled);
  const whole = `compiled/${folder.replaceAll('/', '-')}.test.js`;
  writeFileSync(whole, inside.map((file) => `import './${file.replace(/\.ts$/, '.js')}';\n`).join(''));
  return [whole];
}

const programs = [
  ...PURE.flatMap(together),
  ...files.filter((file) => !PURE.some((folder) => file.startsWith(`${folder}/`))).map(compiled),
];

/** One Postgres for all of them, where there are many: each file would start its own. */
const shared =
  wanted.length === 0 && process.env['DATABASE_URL'] === undefined ? await startCluster() : undefined;
const concurrency = wanted.some((folder) => AFTER_BUILD.includes(folder)) ? 1 : 3;
const tests = spawn(
  process.execPath,
  [
    '--test',
    `--test-concurrency=${concurrency}`,
    `--test-timeout=${LONGEST}`,
    '--test-reporter=spec',
    ...programs,
  ],
  {
    stdio: ['inherit', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...(shared && { DATABASE_URL: shared.url }),
    },
  },
);
createInterface(tests.stdout).on('line', (line) => console.log(sourced(line)));
createInterface(tests.stderr).on('line', (line) => console.error(sourced(line)));
const [status] = (await once(tests, 'close')) as [number | null];
await shared?.stop();
process.exitCode = status ?? 1;
