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

/** Those that take longest, and wait rather than work. */
const LONG = ['storm/storm', 'demo/server', 'adapters/in-a-browser', 'cli/rolling', 'cli/keys'].map(
  (name) => `test/${name}.test.ts`,
);

/** Milliseconds of a file: one that failed and left something open would otherwise never end. */
const LONGEST = 600_000;

const compiled = (file: string): string => `compiled/${file.replace(/\.ts$/, '.js')}`;

/** A file that imports these. Node's runner takes files in the order of their names. */
function together(name: string, inside: readonly string[]): string[] {
  if (inside.length === 0) return [];
  const whole = `compiled/${name}.test.js`;
  writeFileSync(whole, inside.map((file) => `import './${file.replace(/\.ts$/, '.js')}';\n`).join(''));
  return [whole];
}

const isIn = (folder: string) => (file: string) => file.startsWith(`${folder}/`);

const programs = [
  ...LONG.flatMap((long, i) =>
    together(
      `0-${i}`,
      files.filter((file) => file === long),
    ),
  ),
  ...PURE.flatMap((folder) => together(folder.replaceAll('/', '-'), files.filter(isIn(folder)))),
  ...files.filter((file) => !LONG.includes(file) && !PURE.some((folder) => isIn(folder)(file))).map(compiled),
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
