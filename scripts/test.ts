/**
 * `npm test`: everything that must hold, in three lanes, so that neither of two cores waits for long. Prints what fails
 * whole, and what passes in a line; ends with the sum of all tests.
 */
import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

interface Step {
  readonly name: string;
  readonly command: string;
  /** A step of another lane that must have ended before. */
  readonly after?: string;
}

interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

const LANES: readonly (readonly Step[])[] = [
  [{ name: 'unit', command: 'tsx scripts/unit.ts' }],
  [
    { name: 'build', command: 'npm run -s build' },
    { name: 'flow', command: 'tsx scripts/unit.ts test/flow' },
  ],
  [
    // Beside the other lanes one thread each: with several checkers, each checks again what it shares with the others.
    { name: 'types', command: 'npm run -s types -- --singleThreaded' },
    { name: 'lint', command: 'npm run -s lint -- --threads=1' },
    { name: 'format', command: 'oxfmt --check . --threads=1' },
    { name: 'browser', command: 'npm run -s test:browser' },
    { name: 'package', command: 'tsx scripts/unit.ts test/package', after: 'build' },
  ],
];

/** Of node's test runner and of web-test-runner: the last count that a step prints. */
const PASSED = /(?:^ℹ pass (\d+)|(\d+) passed, \d+ failed)/gm;
const FAILED = /(?:^ℹ fail (\d+)|\d+ passed, (\d+) failed)/gm;

function last(output: string, pattern: RegExp): number {
  const found = [...output.matchAll(pattern)].at(-1);
  return Number(found?.[1] ?? found?.[2] ?? 0);
}

function run({ name, command }: Step): Promise<Outcome> {
  const start = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, {
      shell: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, FORCE_COLOR: '0', NODE_OPTIONS: '--no-warnings' },
    });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('close', (code) => {
      output = stripVTControlCharacters(output);
      const passed = last(output, PASSED);
      const failed = Math.max(last(output, FAILED), code === 0 ? 0 : 1);
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      console.log(
        `${failed ? '✗' : '✓'} ${name.padEnd(8)} ${seconds.padStart(6)} s${passed ? `  ${passed} tests` : ''}`,
      );
      if (failed) console.log(output);
      resolve({ passed: passed || (failed ? 0 : 1), failed });
    });
  });
}

const outcomes = [await run({ name: 'compile', command: 'tsx scripts/compile.ts' })];
const ended = new EventTarget();
const done = new Set<string>();
await Promise.all(
  LANES.map(async (lane) => {
    for (const step of lane) {
      const { name, after } = step;
      while (after && !done.has(after))
        await new Promise((resolve) => ended.addEventListener(after, resolve));
      outcomes.push(await run(step));
      done.add(name);
      ended.dispatchEvent(new Event(name));
    }
  }),
);
const sum = (key: keyof Outcome): number => outcomes.reduce((total, outcome) => total + outcome[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') ? 1 : 0;
