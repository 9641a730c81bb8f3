/**
 * What the benches compare with is installed when it is first compared with, in a folder of its own that git
 * ignores: it weighs on nobody who only wants Voix.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const CACHE = resolve('node_modules/.cache/voix-compare');

/** Requires a package of exactly this version, such as `ws@8.23.0`, from npm where it is not there yet. */
export function installed<Module>(name: string, version: string): Module {
  const folder = join(CACHE, `${name}-${version}`);
  if (!existsSync(folder)) install(`${name}@${version}`, folder);
  return createRequire(join(folder, 'package.json'))(name) as Module;
}

function install(what: string, folder: string): void {
  process.stderr.write(`Installing ${what}, once, to compare with …\n`);
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  writeFileSync(join(unfinished, 'package.json'), '{"private":true}');
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', what];
  const { status } = spawnSync('npm', args, { cwd: unfinished, stdio: ['ignore', 2, 2] });
  if (status !== 0) {
    rmSync(unfinished, { recursive: true });
    throw new Error(`npm could not install ${what}.`);
  }
  renameSync(unfinished, folder);
}
