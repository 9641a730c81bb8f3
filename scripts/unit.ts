/**
 * Runs the tests that need no browser: `npm run test:unit`, or those under some folders with
 * `npm run test:unit -- test/model test/store`. They run as `compile.ts` has compiled them; Node 20's own runner knows
 * no patterns.
 */
import { readdirSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { pathToFileURL } from 'node:url';
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
  'server/witness',
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

/**
 * They start servers, browsers and databases, and wait for them, and begin first, in this order: while one waits,
 * another works. What only works comes last, and keeps all processors busy to the end.
 */
const WAITING = ['storm', 'demo', 'adapters', 'server/storage', 'cli', 'server/model', 'server/admin'].map(
  (folder) => `test/${folder}/`,
);

/** Milliseconds of a file: one that failed and left something open would otherwise never end. */
const LONGEST = 600_000;

const compiled = (file: string): string => `compiled/${file.replace(/\.ts$/, '.js')}`;

/** A file that imports these. */
function together(folder: string): string[] {
  const inside = files.filter((file) => file.startsWith(`${folder}/`));
  if (inside.length === 0) return [];
  const name = `${folder}/all.test.js`;
  const imports = inside.map((file) => `import '${pathToFileURL(compiled(file)).href}';\n`);
  writeFileSync(`compiled/${name}`, imports.join(''));
  return [name];
}

/** Where Linux keeps files in memory. */
const MEMORY = '/dev/shm';
/** Bytes: all tests together take less than one gigabyte. */
const ROOM = 4 * 1024 ** 3;

/**
 * No test cuts the power: that a disk was told to keep what it was given is seen in the system calls, wherever the
 * file is. Waiting for it hundreds of times shows no more.
 */
function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    const mounts = readFileSync('/proc/mounts', 'utf8').split('\n');
    // Containers often forbid to run programs from there, as Postgres is.
    const options = mounts.map((line) => line.split(' ')).findLast(([, place]) => place === MEMORY)?.[3];
    return options !== undefined && !options.split(',').includes('noexec') && bavail * bsize >= ROOM;
  } catch {
    return false;
  }
}
if (wanted.length === 0 && process.env['TMPDIR'] === undefined && hasRoom()) process.env['TMPDIR'] = MEMORY;

const rank = (program: string): number => {
  const found = WAITING.findIndex((folder) => program.startsWith(folder));
  return found < 0 ? WAITING.length : found;
};

const programs = [
  ...PURE.flatMap(together),
  ...files.filter((file) => !PURE.some((folder) => file.startsWith(`${folder}/`))),
].sort((a, b) => rank(a) - rank(b));
if (programs.length === 0) throw new Error(`There is no test in ${wanted.join(', ')}.`);

/** One Postgres for all of them, where there are many: each file would start its own. */
const shared =
  wanted.length === 0 && process.env['DATABASE_URL'] === undefined ? await startCluster() : undefined;
if (shared) process.env['DATABASE_URL'] = shared.url;

// What runs this script would compile in every process what is compiled.
process.execArgv.splice(0);

// What follows the build are browsers, which are busy by themselves.
const isAfterBuild = wanted.some((folder) => AFTER_BUILD.includes(folder));
const tests = run({
  files: programs.map((program) => resolve(compiled(program))),
  concurrency: isAfterBuild ? 1 : Math.min(8, 2 * availableParallelism()),
  timeout: LONGEST,
});
tests.on('test:fail', () => (process.exitCode = 1));
createInterface(tests.compose(new spec())).on('line', (line) => console.log(sourced(line)));
tests.on('close', () => void shared?.stop());
