import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';

const children = new Set<ChildProcess>();
const folders = new Set<string>();

after(async () => {
  for (const child of children) child.kill('SIGKILL');
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly process: ChildProcess;
  /** Resolves with the first line of either output that matches; rejects where the process ends before. */
  line(pattern: RegExp): Promise<string>;
  readonly ended: Promise<Ended>;
}

/** Without what is this process's own. */
export const clean = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => {
  const { DATABASE_URL: _url, VOIX_SECRET: _secret, PORT: _port, NODE_TEST_CONTEXT: _context, ...rest } = env;
  return rest;
};

/** Starts a program as a process of its own, ended with the tests at the latest. */
export function start(file: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Started {
  const child = spawn(process.execPath, [file, ...args], {
    env: { ...clean(process.env), ...env },
  });
  children.add(child);
  const said = { stdout: '', stderr: '' };
  const waiting = new Set<() => void>();
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => {
      said[name] += text;
      for (const look of waiting) look();
    });
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, ...said })));
  const line = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(said.stdout) ?? pattern.exec(said.stderr);
        if (found) resolve(found[1] ?? found[0]);
      };
      waiting.add(look);
      look();
      void ended.then(({ code, stderr }) => reject(new Error(`ended with ${code}: ${stderr}`)));
    });
  return { process: child, line, ended };
}

/** A folder that goes with the tests. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'voix-'));
  folders.add(folder);
  return folder;
}
