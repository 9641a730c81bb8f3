/** System calls that fail, in a process that runs: `strace` is attached, injects errors, and is taken off. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { Dice } from './dice.js';

/** What fails, and how: a disk that errs, or is full, at the moment when it matters. */
export const SYSCALL_FAULTS = ['fsync,fdatasync:error=EIO', 'pwrite64:error=ENOSPC', 'pwrite64:error=EIO'];

/** Milliseconds that strace has to let a process go. */
const LETTING_GO = 2000;

/** @returns why not, where processes cannot be traced */
export function cannotTrace(): string | undefined {
  const { status, error, stderr } = spawnSync('strace', ['-o', '/dev/null', 'true'], { encoding: 'utf8' });
  if (error) return 'there is no strace';
  return status === 0 ? undefined : `strace may not trace: ${stderr.trim()}`;
}

/** Which calls fail: one of the next few, every second to fifth, or all. */
export const drawnCalls = (dice: Dice): string =>
  dice.pick([`when=${dice.between(1, 4)}`, `when=1+${dice.between(2, 5)}`, 'when=1+']);

/**
 * Makes system calls on files fail until something has come.
 * @param fault calls and error, as `SYSCALL_FAULTS` has them
 * @param which as `drawnCalls` draws them
 * @param only paths of the only files that are meant; none: all files
 * @returns how many calls failed
 */
export async function failSyscalls(
  pids: readonly number[],
  only: readonly string[],
  fault: string,
  which: string,
  until: Promise<unknown>,
): Promise<number> {
  const [calls = ''] = fault.split(':');
  const targets = [...pids.flatMap((pid) => ['-p', String(pid)]), ...only.flatMap((path) => ['-P', path])];
  const injected = ['-e', `trace=${calls}`, '-e', `inject=${fault}:${which}`];
  const strace = spawn('strace', ['-f', '-qq', ...targets, ...injected], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const closed = once(strace, 'close');
  let failed = 0;
  createInterface(strace.stderr).on('line', (line) => {
    if (line.includes('(INJECTED)')) failed++;
  });
  await Promise.race([until, closed]);
  strace.kill('SIGINT');
  // Of a process that is killed in the moment in which it is let go strace waits for the first thread, and the others
  // wait for strace: neither would ever end.
  const stuck = setTimeout(() => strace.kill('SIGKILL'), LETTING_GO);
  await closed;
  clearTimeout(stuck);
  return failed;
}

/** Resolves once all of a process is traced. */
export async function traced(pid: number): Promise<void> {
  for (; ; await delay(10)) {
    const threads = await readdir(`/proc/${pid}/task`);
    const states = await Promise.all(
      threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/status`, 'utf8').catch(() => '')),
    );
    if (states.every((state) => !/^TracerPid:\t0$/m.test(state))) return;
  }
}
